/** What saving a playbook makes of the library: a fact, and the cards that it brings along, or why not. */
import { err, ok, type Result } from '../result.ts';
import type { PlaybookLibrary, PlaybookVersion, ReadText } from './library.ts';
import type { PlaybookCommand } from './library-commands.ts';
import type { PlaybookSaved } from './library-events.ts';
import { playbookHash } from './library-hash.ts';
import type { PlaybookFault } from './playbook-fault.ts';
import type { Playbook } from './schema.ts';

export type PlaybookCard = Playbook['directory'][number];

export type PlaybookRefusal =
  | { readonly code: 'faults'; readonly faults: readonly PlaybookFault[] }
  /** Another version came into force since the text was taken. Absent: the shipped one is, all that was saved was erased. */
  | { readonly code: 'replaced'; readonly by?: PlaybookVersion };

export interface PlaybookSaving {
  readonly body: PlaybookSaved;
  /** Cards that the playbook in force does not have like this, each with its row: only these go into the directory, so that a row of old does not undo what was changed there by hand. */
  readonly cards: readonly { readonly row: number; readonly card: PlaybookCard }[];
}

/** Decides a command. Undefined: the text is in force already, nothing is to be done. */
export function decideSave(
  library: PlaybookLibrary,
  { text, note, replaces }: PlaybookCommand,
  by: string,
  read: ReadText,
): Result<PlaybookSaving | undefined, PlaybookRefusal> {
  const { inForce, versions, faults } = library;
  if (replaces !== undefined && replaces !== inForce.id && replaces !== inForce.hash) {
    const version = versions.find(({ id }) => id === inForce.id);
    return err({ code: 'replaced', ...(version && { by: version }) });
  }
  const playbook = read(text);
  if (!playbook.ok) return err({ code: 'faults', faults: playbook.error });
  // Saved again while a newer one cannot be read, it is the newest that can.
  if (text === inForce.text && inForce.source === 'saved' && faults.length === 0) return ok(undefined);
  const { name, version, directory } = playbook.value;
  const before = new Set(inForce.source === 'saved' ? inForce.playbook.directory.map((card) => JSON.stringify(card)) : []);
  return ok({
    body: { text, hash: playbookHash(playbook.value), name, version, ...(note !== undefined && { note }), by },
    cards: directory.map((card, row) => ({ row, card })).filter(({ card }) => !before.has(JSON.stringify(card))),
  });
}
