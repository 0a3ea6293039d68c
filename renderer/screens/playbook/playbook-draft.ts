/** What was typed into the playbook and not saved: a reload, a crash of the core or a refusal loses none of it. */

export interface PlaybookDraft {
  readonly text: string;
  /** The version that it was made from, `default` for the shipped one: saving must not overwrite what others saved since. */
  readonly from: string;
}

type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const key = 'wheelhouse.draft.playbook';

/** The draft; undefined when there is none or it cannot be read. */
export function readPlaybookDraft(box: Box): PlaybookDraft | undefined {
  try {
    const { text, from } = JSON.parse(box.getItem(key) ?? '{}') as { readonly text?: unknown; readonly from?: unknown };
    return typeof text === 'string' && typeof from === 'string' ? { text, from } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the draft, or forgets it; a full or forbidden storage is no reason to stop a person from typing. */
export function keepPlaybookDraft(box: Box, draft: PlaybookDraft | undefined): void {
  try {
    if (draft === undefined) box.removeItem(key);
    else box.setItem(key, JSON.stringify(draft));
  } catch {
    // The text is still in the editor.
  }
}
