/** Decides when a person at this machine should be told of a clock: at its moment, and five minutes after it. Once each, for as long as the core runs. */
import { personName } from '../../../shared/incident/names.ts';
import { samePerson } from '../../../shared/incident/people/presence.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Nudge } from '../server/port-protocol.ts';
import { momentsOf, type NudgeMoment } from './nudge-moments.ts';

/** A second notification comes this long after the first, if nothing happened (design: quiet by design). */
export const lateMs = 5 * 60_000;

/** Who sits at this machine, and who else has a door of their own. */
export interface NudgeListener {
  /** The owner of this console. */
  readonly self: string;
  /** Whether somebody joined by a browser of their own. */
  readonly joined: (person: string) => boolean;
}

/** What is said before what else fell due in the same moment; the rest follow as they come. */
const first: readonly Nudge['kind'][] = ['promise', 'deadline', 'update'];

export class Nudges {
  /** `key/when` of everything that was said. */
  readonly #said = new Set<string>();

  /**
   * What to say of an incident here and now: one thing at most, the promise before the target. The rest of the same moment counts as said
   * with it, and so does what is for people who have a console of their own.
   */
  take(view: IncidentView, now: number, listener: NudgeListener): Nudge | undefined {
    const reached = momentsOf(view, now)
      .filter(({ dueAt }) => dueAt <= now)
      .flatMap((moment) => {
        const when: Nudge['when'] = now >= moment.dueAt + lateMs ? 'late' : 'due';
        return this.#said.has(`${moment.key}/${when}`) || this.#said.has(`${moment.key}/late`) ? [] : [{ ...moment, when }];
      });
    for (const { key, when } of reached) this.#said.add(`${key}/${when}`);
    const told = reached.flatMap(({ to, ...moment }) => {
      const whose = hears(view, to, listener);
      return whose === undefined ? [] : [{ ...moment, ...whose }];
    });
    const chosen = first.flatMap((kind) => told.filter((one) => one.kind === kind))[0] ?? told[0];
    if (chosen === undefined) return undefined;
    return { incidentId: view.id, label: view.label, title: view.title, mode: view.mode === 'drill' ? 'drill' : 'live', ...chosen };
  }

  /** When there will next be something to say, ms since epoch; infinity for never. */
  next(view: IncidentView, now: number): number {
    const moments = [now, Number.POSITIVE_INFINITY].flatMap((at) => momentsOf(view, at));
    const ahead = moments.flatMap(({ dueAt }) => [dueAt, dueAt + lateMs].filter((at) => at > now));
    return Math.min(Number.POSITIVE_INFINITY, ...ahead);
  }
}

/** Whether it is heard at this machine: by its owner, or for those who have no console of their own, then by name. */
function hears(view: IncidentView, to: NudgeMoment['to'], listener: NudgeListener): Pick<Nudge, 'for'> | undefined {
  if (to.length === 0 || to.some((person) => samePerson(view, person, listener.self))) return {};
  const without = to.filter((person) => !hasConsole(view, person, listener));
  return without.length === 0 ? undefined : { for: without.map((person) => personName(view, person)).join(' and ') };
}

/** Whether somebody ever wrote here by their own hand, or joined from a browser: they are told there. */
function hasConsole(view: IncidentView, person: string, { joined }: NudgeListener): boolean {
  const ids = Object.keys(view.people).filter((id) => samePerson(view, id, person));
  return ids.some((id) => joined(id)) || view.items.some((block) => block.some(({ actor }) => samePerson(view, actor, person)));
}
