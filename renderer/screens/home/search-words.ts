/** The text of a found event, and where the words that were searched for stand in it. */
import type { WireEvent } from '../../../shared/api/wire.ts';

/** Fields that people wrote, in the order in which they say what an event is about. */
const written = ['text', 'title', 'evidence', 'reason', 'impact', 'note', 'name'] as const;

/** What people wrote in the event; an event without such a text is named by its type. */
export function textOfHit(event: WireEvent): string {
  if (event.body === null) return '(erased)';
  const body = event.body as Readonly<Record<string, unknown>>;
  const texts = written.map((field) => body[field]).filter((text) => typeof text === 'string');
  return texts.length === 0 ? event.type : texts.join(' · ');
}

/** The line of the timeline on which the event is read: what corrects or hides an entry is read there, anything else is a line of its own. */
export function lineOfHit(event: WireEvent): string {
  const { entry } = (event.body ?? {}) as { readonly entry?: unknown };
  return event.type.startsWith('entry.') && typeof entry === 'string' ? entry : event.id;
}

export interface MarkedPart {
  readonly text: string;
  readonly found: boolean;
  /** Where the part begins. */
  readonly at: number;
}

/** The text in parts, beginnings of words that were searched for apart. Accents and case do not matter, as in the search itself. */
export function marked(text: string, searched: string): readonly MarkedPart[] {
  const words = searched
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(plain);
  if (words.length === 0) return [{ text, found: false, at: 0 }];
  const parts: MarkedPart[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu)) {
    const found = words.some((word) => plain(match[0]).startsWith(word));
    parts.push({ text: match[0], found, at: match.index });
  }
  return parts;
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
