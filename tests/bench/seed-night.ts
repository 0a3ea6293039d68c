/** One long incident on paper: the real decide, seal and fold, with a clock, people and accidents that a seed determines. */

import type { Command, CommandDraft } from '../../shared/incident/commands.ts';
import { deadlines } from '../../shared/incident/deadlines.ts';
import { decide } from '../../shared/incident/decide.ts';
import { Fold } from '../../shared/incident/fold.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { noHash, type SealedEvent, seal } from '../../shared/log/chain.ts';
import { formatHlc, type HlcState, hlcZero, tick } from '../../shared/log/clock.ts';
import type { Cause, NewEvent } from '../../shared/log/event.ts';
import { uuidv7 } from '../../shared/log/ids.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import type { Audience, EntryKind, RoleId } from '../../shared/vocabulary/words.ts';
import { seededBytes } from '../fixtures/log-writer.ts';
import { helpers, logText, seededNumbers, titleText } from './seed-texts.ts';

const minute = 60_000;
/** Every so many events the deadlines are looked at; the watch of a console looks at each moment. */
const lookEvery = 20;
const zone = 'Europe/Berlin';

export interface NightPlan {
  readonly seed: number;
  /** Entries that people write; what they do beside it comes on top, about one event in eight. */
  readonly entries: number;
  readonly ends: 'open' | 'closed';
  /** When it is declared, ms since epoch, UTC. */
  readonly from: number;
  readonly label: string;
}

/** Who writes: the console's origin, and the person at it. */
export interface Writer {
  readonly origin: string;
  readonly publicKey: string;
  readonly actor: { readonly id: string; readonly name: string };
}

/** Kinds as they come in a real log: mostly notes. */
const kinds: readonly EntryKind[] = [
  'note',
  'note',
  'note',
  'note',
  'note',
  'action',
  'action',
  'hypothesis',
  'decision',
  'question',
  'detection',
];
const helpingRoles: readonly RoleId[] = ['ops', 'comms', 'scribe', 'deputy', 'commander'];

export class Night {
  readonly incidentId: string;
  readonly #plan: NightPlan;
  readonly #writer: Writer;
  readonly #number: (below: number) => number;
  readonly #bytes: (count: number) => Uint8Array;
  readonly #fold: Fold;
  #now: number;
  #hlc: HlcState = hlcZero;
  #seq = 0;
  #prevHash = noHash;
  #sealed: SealedEvent[] = [];
  /** Ids of entries that a later one may correct: the newest. */
  #recent: string[] = [];
  #lastUpdate = 0;

  constructor(plan: NightPlan, writer: Writer) {
    this.#plan = plan;
    this.#writer = writer;
    this.#now = plan.from;
    this.#number = seededNumbers(plan.seed);
    this.#bytes = seededBytes(`night ${plan.seed}`);
    this.incidentId = this.#newId();
    this.#fold = Fold.empty(this.incidentId);
  }

  get view(): IncidentView {
    return this.#fold.view;
  }

  /** The events, in batches to be stored one after the other. */
  *batches(size: number): Iterable<readonly SealedEvent[]> {
    this.#begin();
    while (this.view.entries < this.#plan.entries) {
      this.#now += (2 + this.#number(36)) * 1000;
      this.#happens();
      if (this.#seq % lookEvery === 0) this.#look();
      if (this.#sealed.length >= size) yield this.#taken();
    }
    if (this.#plan.ends === 'closed') this.#end();
    yield this.#taken();
  }

  #taken(): readonly SealedEvent[] {
    const sealed = this.#sealed;
    this.#sealed = [];
    return sealed;
  }

  #begin(): void {
    this.#does({
      type: 'incident.declare',
      title: titleText(this.#number),
      severity: this.#number(3) === 0 ? 1 : 2,
      impact: logText(this.#number),
      noticedAt: this.#now - 9 * minute,
    });
    for (const name of helpers) this.#does({ type: 'person.add', name });
  }

  #end(): void {
    const override = { reason: 'the week is over' };
    this.#does({ type: 'mitigation.record', evidence: 'error rate below 0.1 % for an hour', override });
    this.#does({ type: 'incident.resolve', override });
    this.#does({ type: 'update.send', audiences: ['staff', 'customers'], text: 'It is over. A report follows.', final: true });
    this.#does({ type: 'review.start', override });
    this.#does({ type: 'incident.close', override });
  }

  #happens(): void {
    const dice = this.#number(1000);
    if (this.#now - this.#lastUpdate > 25 * minute) this.#tells();
    else if (dice < 880) this.#writes();
    else if (dice < 920) this.#amends(dice);
    else if (dice < 950) this.#moves(dice);
    else if (dice < 965) this.#hands();
    else if (dice < 975) this.#does({ type: 'summary.set', text: logText(this.#number) });
    else if (dice < 985) this.#does({ type: 'followUp.add', text: logText(this.#number), kind: 'prevent' });
    else this.#does({ type: 'impact.describe', text: logText(this.#number) });
  }

  #hands(): void {
    const person = this.#one(Object.keys(this.view.people));
    this.#does({ type: 'role.assign', role: this.#one(helpingRoles), person, override: { reason: 'shift' } });
  }

  #writes(): void {
    const dice = this.#number(100);
    const command: CommandDraft<'entry.add'> = {
      type: 'entry.add',
      kind: this.#one(kinds),
      text: logText(this.#number),
      ...(dice < 6 && { occurredAt: this.#now - (3 + this.#number(40)) * minute }),
      ...(dice > 92 && { by: this.#one(Object.keys(this.view.people)) }),
    };
    this.#does(command);
    const id = this.#sealed.at(-1)?.event.id;
    if (id !== undefined) this.#recent = [...this.#recent.slice(-30), id];
  }

  #amends(dice: number): void {
    const entry = this.#one(this.#recent);
    if (entry === '') return;
    if (dice < 905) this.#does({ type: 'entry.correct', entry, text: logText(this.#number), reason: 'misread the graph' });
    else if (dice < 917) this.#does({ type: 'entry.star', entry, starred: true });
    else this.#does({ type: 'entry.redact', entry, reason: 'a customer’s name' });
  }

  #moves(dice: number): void {
    const override = { reason: 'we know why' };
    if (dice < 930) this.#does({ type: 'severity.set', severity: this.view.severity === 1 ? 2 : 1, reason: 'more is known', override });
    else if (this.view.phase === 'investigating') this.#does({ type: 'fix.start', override });
    else if (this.view.phase === 'fixing') this.#does({ type: 'mitigation.record', evidence: logText(this.#number), override });
    else this.#does({ type: 'regression.record', reason: logText(this.#number), override });
  }

  #tells(): void {
    this.#lastUpdate = this.#now;
    const audiences: readonly Audience[] = this.#number(2) === 0 ? ['staff'] : ['staff', 'customers', 'executives'];
    this.#does({ type: 'update.send', audiences: [...audiences], text: logText(this.#number), nextAt: this.#now + 30 * minute });
  }

  /** Records what fell due, as the watch does. */
  #look(): void {
    for (;;) {
      const due = deadlines(this.view).find(({ dueAt, records }) => records && dueAt <= this.#now);
      if (!due?.records) return;
      this.#write({ id: this.#newId(), v: 1, ...due.records, occurredAt: due.dueAt }, { deadline: due.key }, 'system');
    }
  }

  /** Runs a command as the desk would; one that the charts refuse writes nothing, as in life. */
  #does(draft: CommandDraft): void {
    const commandId = this.#newId();
    const decided = decide(this.view, { ...draft, commandId, incidentId: this.incidentId } as Command, {
      now: this.#now,
      actor: this.#writer.actor,
      newId: () => this.#newId(),
      label: this.#plan.label,
      zone,
      playbook: defaultPlaybook,
      channels: [],
      playbookHash: '0'.repeat(64),
    });
    if (!decided.ok) return;
    const { origin: _origin, actor, publicKey } = this.#writer;
    const greeting: NewEvent = {
      id: this.#newId(),
      type: 'console.joined',
      v: 1,
      body: { appVersion: '0.1.0', platform: 'linux', publicKey },
    };
    for (const fact of this.#seq === 0 ? [greeting, ...decided.value] : decided.value) this.#write(fact, { command: commandId }, actor.id);
  }

  #write(fact: NewEvent, cause: Cause, actor: string): void {
    this.#hlc = tick(this.#hlc, this.#now);
    this.#seq += 1;
    const sealed = seal(fact, {
      incidentId: this.incidentId,
      origin: this.#writer.origin,
      seq: this.#seq,
      hlc: formatHlc(this.#hlc),
      recordedAt: this.#now,
      actor,
      via: actor === 'system' ? 'system' : 'app',
      cause,
      prevHash: this.#prevHash,
      salt: this.#bytes(16),
    });
    this.#prevHash = sealed.event.hash;
    if (!this.#fold.advance(sealed.event)) throw new Error('the seeded log is not in its own order');
    this.#sealed.push(sealed);
  }

  #newId(): string {
    return uuidv7(this.#now, this.#bytes);
  }

  #one<T extends string>(from: readonly T[]): T {
    return from[this.#number(Math.max(1, from.length))] ?? ('' as T);
  }
}
