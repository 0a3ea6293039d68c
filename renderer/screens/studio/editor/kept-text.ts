/** What was typed into a section and not yet saved, kept per section so that a reload, a lost core or a refusal loses none of it. */
import type { GeneratedPart } from '../../../../shared/vocabulary/words.ts';

export interface KeptText {
  /** Markdown. */
  readonly text: string;
  readonly generated: GeneratedPart;
  /** The version that it was made from: the event that wrote it; absent where nobody had written the section. */
  readonly after?: string;
}

type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
const keyOf = (incident: string, section: string) => `wheelhouse.section.${incident}.${section}`;

/** The unsaved text of a section; undefined when there is none or it cannot be read. */
export function readKept(box: Box, incident: string, section: string): KeptText | undefined {
  try {
    const found: unknown = JSON.parse(box.getItem(keyOf(incident, section)) ?? 'null');
    if (typeof found !== 'object' || found === null) return undefined;
    const { text, generated, after } = found as { text?: unknown; generated?: unknown; after?: unknown };
    if (typeof text !== 'string') return undefined;
    return { text, generated: generated === 'replaced' ? 'replaced' : 'kept', ...(typeof after === 'string' && { after }) };
  } catch {
    return undefined;
  }
}

/** Keeps it, or lets it go; a full or forbidden storage is no reason to stop a person from typing. */
export function keepText(box: Box, incident: string, section: string, kept: KeptText | undefined): void {
  try {
    if (kept === undefined) box.removeItem(keyOf(incident, section));
    else box.setItem(keyOf(incident, section), JSON.stringify(kept));
  } catch {
    // The text is still in the editor.
  }
}

/** The sections of an incident that have an unsaved text. */
export function keptSections(box: Box, incident: string): ReadonlySet<string> {
  const prefix = keyOf(incident, '');
  try {
    const keys = Array.from({ length: box.length }, (_, index) => box.key(index) ?? '');
    return new Set(keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)));
  } catch {
    return new Set();
  }
}
