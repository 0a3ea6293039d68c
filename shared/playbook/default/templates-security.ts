/** Messages that ship for incidents of security: they say that there is something and when more is said, and nothing that helps whoever got in (design: security type). */
import type { UpdateTemplate } from '../schema.ts';

const outside: UpdateTemplate['audiences'] = ['customers', 'partners'];
const inside: UpdateTemplate['audiences'] = ['staff', 'executives'];
const types = ['security'];

export const securityTemplates: readonly UpdateTemplate[] = [
  {
    id: 'security-outside-first',
    name: 'Security: first message to customers and partners',
    audiences: outside,
    use: 'first',
    types,
    text: 'We are looking into something that concerns the security of our service, and treat it as urgent.\nYou need to do nothing now.\nNext message: {next}',
  },
  {
    id: 'security-outside-scope',
    name: 'Security: whom it concerns, to customers and partners',
    audiences: outside,
    use: 'scope',
    types,
    text: 'We are finding out whom this concerns, and shall write to each of them.\nYour data: {data}\nNext message: {next}',
  },
  {
    id: 'security-outside-update',
    name: 'Security: update to customers and partners',
    audiences: outside,
    use: 'update',
    types,
    text: 'Our work on this goes on. To protect everybody we share details later.\nYour data: {data}\nWhat you can do: {workaround}\nNext message: {next}',
  },
  {
    id: 'security-outside-final',
    name: 'Security: last message to customers and partners',
    audiences: outside,
    use: 'final',
    types,
    text: 'The incident is over, since {mitigatedAt}.\nYour data: {data}\nWhat you can do: {workaround}\nWe are sorry. What happened, and what we do about it: {reviewWhere}',
  },
  {
    id: 'security-outside-pause',
    name: 'Security: until the morning, to customers and partners',
    audiences: outside,
    use: 'pause',
    types,
    text: 'Our work on this goes on in the morning, and it is watched until then.\nNext message: {next}',
  },
  {
    id: 'security-inside-first',
    name: 'Security: first message inside the house',
    audiences: inside,
    use: 'first',
    types,
    text: '{severity}: an incident of security. Few people work on it, and details stay with them.\nPlease do not talk or write about it. If you notice something, tell {commander} in person or by phone.\nNext message: {next}',
  },
  {
    id: 'security-inside-scope',
    name: 'Security: whom it concerns, inside the house',
    audiences: inside,
    use: 'scope',
    types,
    text: '{severity}: an incident of security. Those whom it concerns are told in person.\nNext message: {next}',
  },
  {
    id: 'security-inside-update',
    name: 'Security: update inside the house',
    audiences: inside,
    use: 'update',
    types,
    text: '{severity}: the work on the incident of security goes on.\nIf customers ask, say that we shall write to them, and nothing else.\nNext message: {next}',
  },
  {
    id: 'security-inside-final',
    name: 'Security: last message inside the house',
    audiences: inside,
    use: 'final',
    types,
    text: 'The incident of security is over, since {mitigatedAt}. Please go on keeping to yourself what you know.\nThe review: {reviewWhere}',
  },
  {
    id: 'security-inside-pause',
    name: 'Security: until the morning, inside the house',
    audiences: inside,
    use: 'pause',
    types,
    text: '{severity}: the work on the incident of security goes on in the morning. It is watched until then.\nNext message: {next}',
  },
];
