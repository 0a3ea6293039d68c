/** Messages that ship for customers and partners: what they may see, since when, and when they hear again; no guess at a cause, no time by which it is mended (design: content). */
import type { UpdateTemplate } from '../schema.ts';

export const outsideTemplates: readonly UpdateTemplate[] = [
  {
    id: 'customers-first',
    name: 'First message to customers',
    audiences: ['customers'],
    use: 'first',
    text: 'We know of a problem and are working on it.\nWhat you may see: {impact}\nSince: {since}\nNext message: {next}',
  },
  {
    id: 'customers-scope',
    name: 'How far it reaches, to customers and partners',
    audiences: ['customers', 'partners'],
    use: 'scope',
    text: 'We now know more about how far this reaches.\nWhat you may see: {impact}\nSince: {since}\nUntil it is mended: {workaround}\nNext message: {next}',
  },
  {
    id: 'customers-update',
    name: 'Update to customers',
    audiences: ['customers'],
    use: 'update',
    text: '{status}\nWhat you may see: {impact}\nWhat we are doing: {doing}\nUntil it is mended: {workaround}\nNext message: {next}',
  },
  {
    id: 'customers-final',
    name: 'Last message to customers',
    audiences: ['customers'],
    use: 'final',
    text: 'It works again, since {mitigatedAt}.\nWhat was hit: {impact}\nFrom: {since}\nYour data: {data}\nWe are sorry for the trouble, and thank you for your patience.\nOur review: {reviewWhere}',
  },
  {
    id: 'customers-pause',
    name: 'Until the morning, to customers and partners',
    audiences: ['customers', 'partners'],
    use: 'pause',
    text: 'A part of this is not mended yet, and we carry on with it in the morning. It is watched until then.\nWhat you may still see: {impact}\nUntil it is mended: {workaround}\nNext message: {next}',
  },
  {
    id: 'partners-first',
    name: 'First message to partners',
    audiences: ['partners'],
    use: 'first',
    text: 'We tell you of an incident that may reach you: {title}\nWhat we see: {impact}\nSince: {since}\nData: {data}\nNext message: {next}',
  },
  {
    id: 'partners-update',
    name: 'Update to partners',
    audiences: ['partners'],
    use: 'update',
    text: '{title}: {status}\nWhat we see: {impact}\nSince: {since}\nKnown for sure: {known}\nData: {data}\nWhat we are doing: {doing}\nNext message: {next}',
  },
  {
    id: 'partners-final',
    name: 'Last message to partners',
    audiences: ['partners'],
    use: 'final',
    text: '{title}: over since {mitigatedAt}.\nFrom: {since}\nWhat was hit: {impact}\nData: {data}\nOur review: {reviewWhere}',
  },
];
