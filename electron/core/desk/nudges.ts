/** Decides when a person should be told of a clock: at its moment, and five minutes after it. Once each, for as long as the core runs. */
import { clocksOf } from '../../../shared/incident/clocks.ts';
import { deadlines } from '../../../shared/incident/deadlines.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Nudge } from '../server/port-protocol.ts';

/** A second notification comes this long after the first, if nothing happened (design: quiet by design). */
export const lateMs = 5 * 60_000;

interface Moment {
  readonly key: string;
  readonly kind: Nudge['kind'];
  readonly audience?: NonNullable<Nudge['audience']>;
  readonly dueAt: number;
}

export class Nudges {
  /** `key/when` of everything that was said. */
  readonly #said = new Set<string>();

  /** What to say of an incident now: one thing at most, the promise before the target. The rest of the same moment counts as said with it. */
  take(view: IncidentView, now: number): Nudge | undefined {
    const reached = momentsOf(view, now)
      .filter(({ dueAt }) => dueAt <= now)
      .flatMap((moment) => {
        const when: Nudge['when'] = now >= moment.dueAt + lateMs ? 'late' : 'due';
        return this.#said.has(`${moment.key}/${when}`) || this.#said.has(`${moment.key}/late`) ? [] : [{ ...moment, when }];
      });
    for (const { key, when } of reached) this.#said.add(`${key}/${when}`);
    const told = reached.find(({ kind }) => kind === 'promise') ?? reached.find(({ kind }) => kind === 'deadline') ?? reached[0];
    if (!told) return undefined;
    return { incidentId: view.id, label: view.label, title: view.title, mode: view.mode === 'drill' ? 'drill' : 'live', ...told };
  }

  /** When there will next be something to say, ms since epoch; infinity for never. */
  next(view: IncidentView, now: number): number {
    const moments = [now, Number.POSITIVE_INFINITY].flatMap((at) => momentsOf(view, at));
    const ahead = moments.flatMap(({ dueAt }) => [dueAt, dueAt + lateMs].filter((at) => at > now));
    return Math.min(Number.POSITIVE_INFINITY, ...ahead);
  }
}

/** Clocks of audiences, and the deadlines that only ring. A promise, or a deadline set by hand, whose time has come takes the place of a target that came before it. */
function momentsOf(view: IncidentView, now: number): readonly Moment[] {
  const clocks = clocksOf(view, 0).flatMap(({ audience, due, promise, deadline }): readonly Moment[] => {
    const promised = promise !== undefined && promise <= now ? promise : due;
    const moment = (dueAt: number, kind: Moment['kind']): Moment => ({
      key: `clock/${view.id}/${audience}/${dueAt}`,
      kind,
      audience,
      dueAt,
    });
    const kind = promised === promise ? 'promise' : promised === deadline ? 'deadline' : 'update';
    // What the law asks for is said whatever else fell due before it.
    const byHand = deadline === undefined || deadline === promised ? [] : [moment(deadline, 'deadline')];
    return [moment(promised, kind), ...byHand];
  });
  const ringing = deadlines(view).flatMap(({ key, kind, dueAt }): readonly Moment[] =>
    kind === 'pause' || kind === 'triage' || kind === 'relief' ? [{ key, kind, dueAt }] : [],
  );
  return [...clocks, ...ringing];
}
