/** What was typed and not yet written, kept per incident so that a reload, a crash of the core or a refusal loses none of it. */

export interface Draft {
  readonly text: string;
  /** Lines that were sent and have not been acknowledged. */
  readonly unsent: readonly string[];
}

export const emptyDraft: Draft = { text: '', unsent: [] };

type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const keyOf = (incident: string) => `wheelhouse.draft.${incident}`;

/** The draft of an incident; an empty one when there is none or it cannot be read. */
export function readDraft(box: Box, incident: string): Draft {
  try {
    const found: unknown = JSON.parse(box.getItem(keyOf(incident)) ?? 'null');
    if (typeof found !== 'object' || found === null) return emptyDraft;
    const { text, unsent } = found as { text?: unknown; unsent?: unknown };
    return {
      text: typeof text === 'string' ? text : '',
      unsent: Array.isArray(unsent) ? unsent.filter((line): line is string => typeof line === 'string') : [],
    };
  } catch {
    return emptyDraft;
  }
}

/** Keeps the draft; a full or forbidden storage is no reason to stop a person from typing. */
export function keepDraft(box: Box, incident: string, draft: Draft): void {
  try {
    if (draft.text === '' && draft.unsent.length === 0) box.removeItem(keyOf(incident));
    else box.setItem(keyOf(incident), JSON.stringify(draft));
  } catch {
    // The text is still in the composer.
  }
}

/** What the composer shows when it opens: lines that were never acknowledged come back before what was being typed. */
export function restored(draft: Draft): string {
  return [...draft.unsent, draft.text].filter((line) => line !== '').join('\n');
}
