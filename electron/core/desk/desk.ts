/** Where commands become facts: one desk for each data folder. It has the incident's state, asks the charts, and has written what they allow. */
import { randomUUID } from 'node:crypto';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { IncidentSummary, WireEvent } from '../../../shared/api/wire.ts';
import { directoryStream } from '../../../shared/directory/stream.ts';
import type { Command } from '../../../shared/incident/commands.ts';
import type { Deadline } from '../../../shared/incident/deadlines.ts';
import { deadlines } from '../../../shared/incident/deadlines.ts';
import { decide } from '../../../shared/incident/decide.ts';
import type { DecideContext } from '../../../shared/incident/decide-context.ts';
import type { Fold } from '../../../shared/incident/fold.ts';
import type { Refusal } from '../../../shared/incident/refusal.ts';
import { decideMerge, decideUnmerge } from '../../../shared/incident/situation/merge.ts';
import type { FoldState, IncidentView } from '../../../shared/incident/view.ts';
import type { EventBytes } from '../../../shared/log/chain.ts';
import type { NewEvent } from '../../../shared/log/event.ts';
import { playbookStream } from '../../../shared/playbook/library-stream.ts';
import type { Playbook } from '../../../shared/playbook/schema.ts';
import type { TemplateFile } from '../../../shared/postmortem/template/shelf.ts';
import { templateStream } from '../../../shared/postmortem/template/shelf-stream.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { systemActor } from '../../../shared/vocabulary/words.ts';
import { DirectoryDesk } from '../directory/directory-desk.ts';
import { PlaybookDesk } from '../playbook/playbook-desk.ts';
import { PlaybookShelf } from '../playbook/playbook-shelf.ts';
import { TemplateDesk } from '../studio/template-desk.ts';
import { TemplateShelf } from '../studio/template-shelf.ts';
import type { TrialParts } from '../studio/template-trial.ts';
import { TemplateTrial } from '../studio/template-trial.ts';
import { newEventId } from './batch.ts';
import type { Hub } from './hub.ts';
import { type MergeCommand, partnersOf } from './merge-partners.ts';
import { KeyedQueue } from './queue.ts';
import { Recorder, type RecorderParts } from './recorder.ts';
import { resolveIncident } from './resolve-incident.ts';
import { type Actor, runOnce, type StreamFacts, type WritingParts } from './run-once.ts';
import { Shelf } from './shelf.ts';

/** Streams beside those of the incidents. */
const noIncidents: ReadonlySet<string> = new Set([directoryStream, playbookStream, templateStream]);

export interface DeskParts extends Omit<RecorderParts, 'shelf' | 'playbooks' | 'templates'> {
  /** IANA zone of this machine: of incidents that name none. */
  readonly zone: string;
  /** In force until one is saved. */
  readonly playbook: Playbook;
  /** Templates that ship, read when somebody first asks, and what own ones are tried by. */
  readonly templates: TrialParts & { readonly shipped: () => ReadonlyMap<string, TemplateFile> };
  /** Channels by which a message may go out now. */
  readonly channels: () => DecideContext['channels'];
}

/** What the console itself found out about an incident, and the cause by which it is known again. */
export interface OwnFacts {
  readonly cause: string;
  readonly facts: readonly Pick<NewEvent, 'type' | 'body' | 'occurredAt'>[];
}

/** An incident after the console had a word to write. */
export interface Recorded {
  readonly view: IncidentView;
  readonly written: boolean;
}

export interface ShownIncident {
  readonly summary: IncidentSummary;
  readonly state: FoldState;
  readonly view: IncidentView;
  readonly position: number;
}

interface BesideShelves {
  readonly playbooks: PlaybookShelf;
  readonly templates: TemplateShelf;
}

export class Desk {
  readonly #parts: DeskParts;
  readonly #shelf: Shelf;
  readonly #recorder: Recorder;
  readonly #writing: WritingParts;
  readonly #incidents = new KeyedQueue();
  #labels: number;
  /** Whom to call: a stream beside those of the incidents. */
  readonly directory: DirectoryDesk;
  /** The rules of new incidents: another. */
  readonly playbook: PlaybookDesk;
  /** The organisation's own templates: a third. */
  readonly templates: TemplateDesk;

  private constructor(parts: DeskParts, shelf: Shelf, recorder: Recorder, beside: BesideShelves) {
    this.#parts = parts;
    this.#shelf = shelf;
    this.#recorder = recorder;
    const { store, clock, zone } = parts;
    // A playbook brings cards along: its commands and the directory's take turns.
    this.#writing = { store, clock, write: recorder.write.bind(recorder), turns: new KeyedQueue() };
    this.directory = new DirectoryDesk(this.#writing);
    this.playbook = new PlaybookDesk({ ...this.#writing, zone, shelf: beside.playbooks });
    this.templates = new TemplateDesk({ ...this.#writing, shelf: beside.templates, trial: new TemplateTrial(parts.templates) });
    this.#labels = Math.max(0, ...shelf.summaries().map(({ label }) => Number(/^inc-(\d{1,9})$/.exec(label)?.[1] ?? 0)));
  }

  /** Reads what the log holds: the clock goes on after the newest event, and labels after the highest. */
  static async open(parts: DeskParts): Promise<Desk> {
    const shelf = new Shelf(parts.store, parts.identity.origin);
    const playbooks = await PlaybookShelf.open(parts.store, parts.playbook);
    const templates = await TemplateShelf.open(parts.store, parts.templates.shipped);
    const recorder = await Recorder.open({ ...parts, shelf, playbooks, templates });
    await shelf.fill();
    return new Desk(parts, shelf, recorder, { playbooks, templates });
  }

  /** Where streams of what is recorded are opened. */
  get hub(): Hub {
    return this.#recorder.hub;
  }

  /** The newest first; what is open before all else. */
  list(): readonly IncidentSummary[] {
    return this.#shelf
      .summaries()
      .toSorted((a, b) => Number(a.ended) - Number(b.ended) || (b.changedAt ?? 0) - (a.changedAt ?? 0) || (a.id < b.id ? -1 : 1));
  }

  /** Up to where the log was read for an incident, and how often a text of it was erased. */
  standing(id: string): { readonly position: number; readonly erasures: number } {
    return this.#shelf.standing(id);
  }

  *openViews(): Iterable<IncidentView> {
    for (const { fold } of this.#shelf.opened()) yield fold.view;
  }

  /** The id of the incident that a person means. */
  resolve(wanted: string): Result<string, ApiError> {
    return resolveIncident(wanted, this.#shelf.summaries());
  }

  /** An incident as folded now, and the position up to which it was. */
  async incident(wanted: string): Promise<Result<ShownIncident, ApiError>> {
    const id = this.resolve(wanted);
    if (!id.ok) return id;
    return this.#incidents.run(id.value, async () => {
      const { fold, position } = await this.#shelf.take(id.value);
      const summary = this.#shelf.summary(id.value);
      if (!summary) return err({ code: 'not-found', message: `There is no incident ${wanted}.` });
      // Taken together, in one turn: a later event must not be in one and not in the other.
      return ok({ summary, state: fold.state(), view: fold.view, position });
    });
  }

  /** An incident of the list, by its id, for who goes through all of them: what the desk has at hand stays as it is. */
  async look(id: string): Promise<Pick<ShownIncident, 'view' | 'position'>> {
    const { fold, position } = await this.#shelf.look(id);
    return { view: fold.view, position };
  }

  /** Whether the text of an event was redacted, in its own entry or in the one that it corrects: it must not be found again. */
  async isHidden(event: WireEvent): Promise<boolean> {
    const { fold } = await this.#shelf.take(event.incidentId);
    const corrected = (event.body as { readonly entry?: string } | null)?.entry;
    return [event.id, corrected].some((id) => id !== undefined && fold.view.amendments[id]?.some(({ redacted }) => redacted === true));
  }

  /** Runs a command once, however often it is sent. Answers its events after they are on disk. */
  async run(command: Command, actor: Actor): Promise<Result<readonly WireEvent[], ApiError>> {
    if (command.type === 'incident.merge' || command.type === 'incident.unmerge') return this.#runTogether(command, actor);
    // Retries of a declaration that named no incident must meet in one queue, and get one id.
    const key = command.incidentId?.toLowerCase() ?? command.commandId;
    return this.#incidents.run(key, () =>
      runOnce(this.#writing, command, actor, async () => {
        const incidentId = command.incidentId?.toLowerCase() ?? randomUUID();
        if (noIncidents.has(incidentId) || (command.type !== 'incident.declare' && !this.#shelf.summary(incidentId))) {
          return err({ code: 'not-found', message: `There is no incident ${incidentId}.` });
        }
        const decided = decide(await this.#viewOf(incidentId), command, this.#context(command, actor));
        return decided.ok ? ok([{ incidentId, facts: decided.value }]) : refused(decided.error);
      }),
    );
  }

  /** Runs a command that writes into several incidents at once. */
  async #runTogether(command: MergeCommand, actor: Actor): Promise<Result<readonly WireEvent[], ApiError>> {
    const incidentId = command.incidentId.toLowerCase();
    const known = (id: string) => this.#incidents.run(id, () => this.#viewOf(id));
    for (;;) {
      const others = await partnersOf(command, known);
      const answer = await this.#incidents.runAll([incidentId, ...others], async () => {
        // It may have gone further while this waited for its turns.
        const now = await partnersOf(command, (id) => this.#viewOf(id));
        return now.join() === others.join()
          ? runOnce(this.#writing, command, actor, () => this.#decideTogether(command, others, actor))
          : undefined;
      });
      if (answer) return answer;
    }
  }

  async #decideTogether(command: MergeCommand, others: readonly string[], actor: Actor): Promise<Result<readonly StreamFacts[], ApiError>> {
    const incidentId = command.incidentId.toLowerCase();
    const named = command.type === 'incident.merge' ? [incidentId, ...others] : [incidentId];
    const absent = named.find((id) => !this.#shelf.summary(id));
    if (absent !== undefined) return err({ code: 'not-found', message: `There is no incident ${absent}.` });
    const source = await this.#viewOf(incidentId);
    const views = await Promise.all(others.map((id) => this.#viewOf(id)));
    const context = this.#context(command, actor);
    const decided =
      command.type === 'incident.merge'
        ? decideMerge(source, views[0] ?? source, command, context)
        : decideUnmerge(source, views, command, context);
    return decided.ok ? ok(decided.value.map(({ incident, facts }) => ({ incidentId: incident, facts }))) : refused(decided.error);
  }

  async #viewOf(id: string): Promise<IncidentView> {
    return (await this.#shelf.take(id)).fold.view;
  }

  #context(command: Command, actor: Actor): DecideContext {
    const { clock, zone } = this.#parts;
    const { playbook, hash } = this.playbook.shelf.pinned;
    const now = clock.now();
    return {
      now,
      actor: { id: actor.id, name: actor.name },
      newId: () => newEventId(now),
      label: command.type === 'incident.declare' ? `inc-${++this.#labels}` : '',
      zone,
      playbook,
      channels: this.#parts.channels(),
      playbookHash: hash,
    };
  }

  /** Writes the event of a deadline, unless it is written or no longer current. Answers whether nothing is left to do. */
  async recordDeadline(deadline: Deadline): Promise<boolean> {
    const recorded = await this.recordOwn(deadline.incidentId, (fold) => {
      const current = deadlines(fold.view).find(({ key }) => key === deadline.key);
      if (!current?.records || fold.recorded(current.key, current.records.type)) return undefined;
      return { cause: current.key, facts: [{ ...current.records, occurredAt: current.dueAt }] };
    });
    return recorded.ok;
  }

  /** Writes what the console itself found out, as the incident's fold then has it: `facts` answers none where there is nothing to write. */
  recordOwn(incidentId: string, facts: (fold: Fold) => OwnFacts | undefined): Promise<Result<Recorded, ApiError>> {
    return this.#incidents.run(incidentId, async () => {
      const found = facts((await this.#shelf.take(incidentId)).fold);
      if (!found) return ok({ view: await this.#viewOf(incidentId), written: false });
      const written = await this.#recorder.write({
        incidents: [{ incidentId, facts: found.facts.map((fact) => ({ ...fact, id: newEventId(this.#parts.clock.now()), v: 1 })) }],
        cause: { deadline: found.cause },
        actor: systemActor,
        via: 'system',
      });
      return written.ok ? ok({ view: await this.#viewOf(incidentId), written: true }) : written;
    });
  }

  /** Incidents from which messages of this console wait to go out, or are on their way: those that ended too. */
  undelivered(): Promise<readonly IncidentView[]> {
    return Promise.all(this.#shelf.undelivered().map((id) => this.#incidents.run(id, () => this.#viewOf(id))));
  }

  /** Takes in events of other consoles, or of a file, in any order. Answers how many were new. */
  receive(events: readonly EventBytes[]): Promise<Result<{ readonly added: number }, ApiError>> {
    return this.#recorder.receive(events);
  }

  /** Folds an incident anew after a text of it was erased, and gives every screen the new fold. */
  forget(incidentId: string): Promise<void> {
    return this.#recorder.forget(incidentId);
  }

  /** After a failed write: tries whether the log can be written again, so that "not recording" ends without anybody typing. */
  probe(): Promise<void> {
    return this.#recorder.probe();
  }

  /** Lets what is under way finish, and writes checkpoints. */
  async close(): Promise<void> {
    await this.#incidents.idle();
    await this.directory.idle();
    await this.#recorder.idle();
    await this.#shelf.save('all').catch(() => undefined);
  }
}

function refused(refusal: Refusal): Result<never, ApiError> {
  return err({ code: 'refused', message: refusal.message, refusal });
}
