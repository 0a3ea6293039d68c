/** Where saving and removing templates become facts of their stream. A text with any fault is refused whole. */
import type { ApiError } from '../../../shared/api/errors.ts';
import type { WireEvent } from '../../../shared/api/wire.ts';
import type { NewEvent } from '../../../shared/log/event.ts';
import type { ShelvedTemplate } from '../../../shared/postmortem/template/shelf.ts';
import { type TemplateRemoved, type TemplateSaved, templateEventVersion } from '../../../shared/postmortem/template/shelf-events.ts';
import { templateStream } from '../../../shared/postmortem/template/shelf-stream.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { newEventId } from '../desk/batch.ts';
import { faulty, impossible } from '../desk/refusals.ts';
import { type Actor, runOnce, type WritingParts } from '../desk/run-once.ts';
import type { TemplateShelf } from './template-shelf.ts';
import type { TemplateTrial } from './template-trial.ts';

export interface TemplateDeskParts extends WritingParts {
  readonly shelf: TemplateShelf;
  readonly trial: TemplateTrial;
}

export interface TemplateSaving {
  readonly commandId: string;
  readonly text: string;
  /** What the text was made from: `ShelvedTemplate.from`. Absent: whatever is in use. */
  readonly replaces?: string | undefined;
}

/** A fact of the stream; undefined where there is nothing to do. */
type Decided = Result<Pick<NewEvent, 'type' | 'body'> | undefined, ApiError>;

export class TemplateDesk {
  readonly #parts: TemplateDeskParts;

  constructor(parts: TemplateDeskParts) {
    this.#parts = parts;
  }

  get shelf(): TemplateShelf {
    return this.#parts.shelf;
  }

  get trial(): TemplateTrial {
    return this.#parts.trial;
  }

  /** Saves a template once, however often it is sent. Answers its events after they are on disk; none where it is in use already. */
  async save(saving: TemplateSaving, actor: Actor): Promise<Result<readonly WireEvent[], ApiError>> {
    // Tried before the turn is taken: a template that takes its time holds up nobody.
    const read = await this.#parts.trial.read(saving.text);
    return this.#once({ ...saving, type: 'templates.save' }, actor, () => {
      if (!read.ok) return err(faulty('template', read.error));
      const { id, name, version } = read.value;
      const before = this.#parts.shelf.all.get(id);
      const { replaces } = saving;
      if (replaces !== undefined && replaces !== (before?.from ?? 'none')) return err(replaced(id, before));
      if (before?.source === 'own' && before.used?.text === saving.text && before.faults.length === 0) return ok(undefined);
      const body: TemplateSaved = { id, text: saving.text, name, version, by: actor.name };
      return ok({ type: 'template.saved', body });
    });
  }

  /** Takes an own template away; one that ships under the same id is offered again. */
  remove(removal: { readonly commandId: string; readonly id: string }, actor: Actor): Promise<Result<readonly WireEvent[], ApiError>> {
    return this.#once({ ...removal, type: 'templates.remove' }, actor, () => {
      const known = this.#parts.shelf.all.get(removal.id);
      if (known === undefined) return err({ code: 'not-found', message: `There is no template ${removal.id}.` });
      if (known.source === 'shipped' && known.faults.length === 0) {
        const message = `${removal.id} ships with the console and cannot be removed. Save one of your own under its id to use that instead.`;
        return err(impossible(message));
      }
      const body: TemplateRemoved = { id: removal.id, by: actor.name };
      return ok({ type: 'template.removed', body });
    });
  }

  #once(
    request: Readonly<Record<string, unknown>> & { readonly commandId: string },
    actor: Actor,
    decide: () => Decided,
  ): Promise<Result<readonly WireEvent[], ApiError>> {
    const { turns, clock } = this.#parts;
    const decideFacts = () => {
      const decided = decide();
      if (!decided.ok || decided.value === undefined) return decided.ok ? ok([]) : decided;
      const fact: NewEvent = { id: newEventId(clock.now()), v: templateEventVersion, ...decided.value };
      return ok([{ incidentId: templateStream, facts: [fact] }]);
    };
    return turns.run(templateStream, () => runOnce(this.#parts, request, actor, decideFacts));
  }
}

function replaced(id: string, now: ShelvedTemplate | undefined): ApiError {
  const by = now?.versions[0]?.by ?? 'Somebody';
  const what =
    now === undefined
      ? `there is no ${id} any more`
      : now.source === 'shipped'
        ? `a ${id} that ships is in use`
        : `${by} saved another ${id}`;
  return impossible(`Nothing was saved: ${what}. Look at what is in use, and save again to replace it, or give yours another id.`);
}
