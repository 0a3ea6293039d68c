/** Folding a log into a view: any set of events, in any order of arrival, gives every console the same one. */
import type { Cause, LogEvent } from '../log/event.ts';
import { splitForks } from '../log/forks.ts';
import { byClock } from '../log/order.ts';
import { emptyView, evolve } from './evolve.ts';
import type { FoldState, IncidentView } from './view.ts';

/** A fold under way: it takes events in the log's control order and says when one comes too late for that. */
export class Fold {
  #view: IncidentView;
  readonly #seen: Set<string>;
  #last: FoldState['last'];

  private constructor(state: FoldState) {
    this.#view = state.view;
    this.#seen = new Set(state.seen);
    this.#last = state.last;
  }

  /** A fold before its first event. */
  static empty(incidentId: string): Fold {
    return new Fold({ view: emptyView(incidentId), seen: [] });
  }

  /** Goes on from a checkpoint or a reset. */
  static resume(state: FoldState): Fold {
    return new Fold(state);
  }

  get view(): IncidentView {
    return this.#view;
  }

  /** Folds one event. `false`: it sorts before the last folded one, so the log must be folded again from an earlier state. */
  advance(event: LogEvent): boolean {
    if (this.#last && byClock(event, this.#last) <= 0) return false;
    this.#last = { hlc: event.hlc, origin: event.origin, seq: event.seq };
    const key = causeKey(event);
    if (this.#seen.has(key)) return true;
    this.#seen.add(key);
    this.#view = evolve(this.#view, event);
    return true;
  }

  /**
   * Whether the log has the event of this deadline, wherever it sorts. Beside a console whose clock is far ahead it may stand
   * before what set the deadline and change nothing; writing it again and again would not help.
   */
  recorded(deadline: string, type: string): boolean {
    return this.#seen.has(`${deadline}|${type}|`);
  }

  /** Names events that a fork set aside: kept and shown, never folded. */
  setAside(forks: readonly LogEvent[]): void {
    if (forks.length === 0) return;
    const named = forks.map(({ id, origin, seq }) => ({ event: id, origin, seq }));
    this.#view = { ...this.#view, forks: [...this.#view.forks, ...named] };
  }

  /** The whole state as plain data. */
  state(): FoldState {
    return { view: this.#view, seen: [...this.#seen], ...(this.#last && { last: this.#last }) };
  }
}

/** Folds a whole log: sorted by clock, forks set aside, doubled causes counted once. */
export function foldAll(incidentId: string, events: readonly LogEvent[]): Fold {
  const { canonical, forks } = splitForks(events);
  const fold = Fold.empty(incidentId);
  for (const event of [...canonical].sort(byClock)) fold.advance(event);
  fold.setAside([...forks].sort(byClock));
  return fold;
}

/** Idempotency lives in the log: one cause makes one event of each type for each thing. */
export function causeKey(event: LogEvent): string {
  return `${causeText(event.cause)}|${event.type}|${thingOf(event)}`;
}

function causeText(cause: Cause): string {
  if ('command' in cause) return cause.command;
  if ('deadline' in cause) return cause.deadline;
  return `${cause.import}#${cause.row}`;
}

/** What an event of a batch is about, where one command makes several of a type. A retried command makes other ids, so no id serves. */
function thingOf(event: LogEvent): string {
  const body = event.body as Readonly<Record<string, unknown>> | null;
  if (event.type === 'console.joined') return event.origin;
  // Who comes along in a merge keeps their id, however often it is tried.
  const alongside = event.type === 'person.joined' && typeof body?.from === 'string';
  if (event.type === 'person.joined' && !alongside) return body?.person === event.actor ? 'the writer' : 'another';
  const thing = body?.role ?? (event.type.startsWith('person.') && event.type !== 'person.sameAs' ? body?.person : undefined);
  return typeof thing === 'string' ? thing : '';
}
