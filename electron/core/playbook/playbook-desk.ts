/** Where saving a playbook becomes a fact: of its own stream, and, for the cards that it brings along, of the directory's, both or neither. */
import type { ApiError } from '../../../shared/api/errors.ts';
import { fieldFaults } from '../../../shared/api/errors.ts';
import type { WireEvent } from '../../../shared/api/wire.ts';
import { decideDirectory } from '../../../shared/directory/decide.ts';
import { directoryFileSchema } from '../../../shared/directory/file-form.ts';
import { directoryStream } from '../../../shared/directory/stream.ts';
import type { NewEvent } from '../../../shared/log/event.ts';
import type { PlaybookVersion } from '../../../shared/playbook/library.ts';
import type { PlaybookCommand } from '../../../shared/playbook/library-commands.ts';
import type { PlaybookRefusal, PlaybookSaving } from '../../../shared/playbook/library-decide.ts';
import { decideSave } from '../../../shared/playbook/library-decide.ts';
import { playbookEventVersion } from '../../../shared/playbook/library-events.ts';
import { placeInText } from '../../../shared/playbook/library-place.ts';
import { playbookStream } from '../../../shared/playbook/library-stream.ts';
import type { PlaybookFault } from '../../../shared/playbook/playbook-fault.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { clockTime, zoneLabel } from '../../../shared/vocabulary/zoned-time.ts';
import { newEventId } from '../desk/batch.ts';
import { faulty, impossible } from '../desk/refusals.ts';
import { type Actor, runOnce, type WritingParts } from '../desk/run-once.ts';
import { readDirectory } from '../directory/directory-desk.ts';
import type { PlaybookShelf } from './playbook-shelf.ts';

export interface PlaybookDeskParts extends WritingParts {
  readonly shelf: PlaybookShelf;
  /** IANA zone in which a refusal tells a time. */
  readonly zone: string;
}

export class PlaybookDesk {
  readonly #parts: PlaybookDeskParts;

  constructor(parts: PlaybookDeskParts) {
    this.#parts = parts;
  }

  get shelf(): PlaybookShelf {
    return this.#parts.shelf;
  }

  /** Runs a command once, however often it is sent. Answers its events after they are on disk; none where the text is in force already. */
  run(command: PlaybookCommand, actor: Actor): Promise<Result<readonly WireEvent[], ApiError>> {
    const { turns, clock, shelf } = this.#parts;
    const decideFacts = async () => {
      const decided = decideSave(shelf.library, command, actor.name, shelf.read);
      if (!decided.ok) return err(this.#errorOf(decided.error));
      if (decided.value === undefined) return ok([]);
      const now = clock.now();
      const newId = () => newEventId(now);
      const cards = await this.#cards(decided.value, command, newId);
      if (!cards.ok) return cards;
      const saved: NewEvent = { id: newId(), type: 'playbook.saved', v: playbookEventVersion, body: decided.value.body };
      return ok([
        { incidentId: playbookStream, facts: [saved] },
        ...(cards.value.length > 0 ? [{ incidentId: directoryStream, facts: cards.value }] : []),
      ]);
    };
    return turns.runAll([directoryStream, playbookStream], () => runOnce(this.#parts, command, actor, decideFacts));
  }

  /** The facts that the playbook's cards make of the directory. */
  async #cards(
    { cards }: PlaybookSaving,
    { commandId, text }: PlaybookCommand,
    newId: () => string,
  ): Promise<Result<readonly NewEvent[], ApiError>> {
    if (cards.length === 0) return ok([]);
    const contacts = cards.map(({ card }) => card);
    const file = directoryFileSchema.safeParse({ schema: 'wheelhouse-directory/1', contacts });
    if (!file.success) {
      return err(
        faulty(
          'playbook',
          fieldFaults(file.error).map(({ path, message }) => ofCard(text, path, message, cards)),
        ),
      );
    }
    const { directory } = await readDirectory(this.#parts.store);
    const decided = decideDirectory(directory, { commandId, type: 'directory.import', file: file.data }, newId);
    if (decided.ok) return decided;
    return err(
      faulty(
        'playbook',
        (decided.error.fields ?? [{ path: '', message: decided.error.message }]).map(({ path, message }) =>
          ofCard(text, path, message, cards),
        ),
      ),
    );
  }

  #errorOf(refusal: PlaybookRefusal): ApiError {
    if (refusal.code === 'faults') return faulty('playbook', refusal.faults);
    return impossible(replaced(refusal.by, this.#parts.zone));
  }
}

/** A fault of a card, where the playbook's text has it. `path` is one of the imported file. */
function ofCard(text: string, path: string, message: string, cards: PlaybookSaving['cards']): PlaybookFault {
  const [, index, field] = /^(?:file\.)?contacts\.(\d+)\.?(.*)$/.exec(path) ?? [];
  const row = cards[Number(index)]?.row;
  const parts = ['directory', ...(row === undefined ? [] : [String(row)]), ...(field ? field.split('.') : [])];
  return { ...placeInText(text, parts), path: parts.join('.'), message };
}

function replaced(by: PlaybookVersion | undefined, zone: string): string {
  const what = by
    ? `${by.by ?? 'Somebody'} saved “${by.name}” ${by.version} at ${clockTime(by.savedAt, zone)} ${zoneLabel(zone)}, after you took this text`
    : 'the shipped playbook is in force again: what was saved was erased';
  return `Nothing was saved: ${what}. Compare the two, and save again to replace it.`;
}
