/** Events of people in plain words, for the timeline and the drafts. */
import { clockTime } from '../../vocabulary/zoned-time.ts';
import type { peopleEvents } from '../catalogue/people.ts';
import { because, type EventWords } from '../event-words.ts';
import { personName } from '../names.ts';
import type { IncidentView } from '../view.ts';

const aloud = (spoken: string | undefined): string => (spoken === undefined ? '' : `, ${spoken}`);

/** A standing that somebody was marked with. */
const marked =
  (says: string) =>
  ({ person, reason }: { readonly person: string; readonly reason?: string | undefined }, view: IncidentView): string =>
    `${personName(view, person)} ${says}${because(reason)}`;

export const peopleWords: EventWords<keyof typeof peopleEvents> = {
  'handoff.offered': (body, view) =>
    `${personName(view, body.from)} offers command to ${personName(view, body.to)}${aloud(body.spoken)}${because(body.reason)}`,
  'handoff.briefed': (body) =>
    `Brief for the handoff: ${body.brief.map(({ heading, lines }) => `${heading}: ${lines.join('; ')}`).join(' · ')}`,
  'handoff.accepted': (body, view) => `${personName(view, body.person)} accepts command${aloud(body.spoken)}${because(body.readBack)}`,
  'handoff.confirmed': (body, view) =>
    `${personName(view, body.person)} has command${aloud(body.spoken)}${body.unconfirmed ? ', unconfirmed by whoever had it before' : ''}`,
  'handoff.declined': (body, view) => `Handoff of command called off by ${personName(view, body.person)}${because(body.reason)}`,
  'handoff.expired': () => 'The offer of command was not answered in time',
  'command.handsOn': (body, view) => `${personName(view, body.person)} has command and is hands-on`,

  'person.asked': marked('was asked'),
  'person.looking': marked('is looking'),
  'person.ruledOut': marked('is ruled out'),
  'person.excused': marked('is excused'),
  'person.engaged': marked('is here'),
  'person.rested': ({ person, reason, until }, view) =>
    `${personName(view, person)} rests${until === undefined ? '' : ` until ${clockTime(until, view.zone)}`}${because(reason)}`,
  'person.observing': marked('observes'),
  'person.awakeSince': ({ person, since }, view) => `${personName(view, person)} has been awake since ${clockTime(since, view.zone)}`,
  'relief.planned': ({ person, from }, view) => `${personName(view, person)} takes over command at ${clockTime(from, view.zone)}`,
  'relief.noneAvailable': ({ reason }) => `Nobody can relieve the commander${because(reason)}`,
};
