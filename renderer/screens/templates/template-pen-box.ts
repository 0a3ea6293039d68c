/** What was typed into templates and not saved: a reload, a crash of the core or a refusal loses none of it. */

export interface PenText {
  readonly text: string;
  /** What it was made from: the event that saved it, `shipped`, or `none`: saving must not overwrite what others saved since. */
  readonly from: string;
}

type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
const prefix = 'wheelhouse.draft.template.';
const key = (id: string): string => `${prefix}${id}`;

/** The ids of what was begun, by letters. */
export function begunIds(box: Pick<Storage, 'key' | 'length'>): readonly string[] {
  const keys = Array.from({ length: box.length }, (_one, index) => box.key(index) ?? '');
  return keys.flatMap((one) => (one.startsWith(prefix) ? [one.slice(prefix.length)] : [])).toSorted();
}

/** What is kept of a template; undefined when there is nothing or it cannot be read. */
export function readPenText(box: Box, id: string): PenText | undefined {
  try {
    const { text, from } = JSON.parse(box.getItem(key(id)) ?? '{}') as { readonly text?: unknown; readonly from?: unknown };
    return typeof text === 'string' && typeof from === 'string' ? { text, from } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps it, or forgets it; a full or forbidden storage is no reason to stop a person from typing. */
export function keepPenText(box: Box, id: string, pen: PenText | undefined): void {
  try {
    if (pen === undefined) box.removeItem(key(id));
    else box.setItem(key(id), JSON.stringify(pen));
  } catch {
    // The text is still in the editor.
  }
}
