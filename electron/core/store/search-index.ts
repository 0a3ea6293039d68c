/** The search index: which words of a body are found, and how what a person types becomes a question that cannot be malformed. */
import type { SearchOptions } from './event-store.ts';

/** The fields of a body in which people look for words, beside its labels. */
const searchedFields = ['text', 'title', 'name', 'evidence', 'reason', 'impact', 'note'] as const;
/** More words than anyone means; keeps one question from becoming a long piece of work. */
const maxTerms = 32;
/** What the tokenizer makes words of. A term without any would match nothing. */
const wordCharacter = /[\p{L}\p{N}\p{Co}]/u;

/** The text under which an event is found; `undefined` where its body holds none. */
export function searchableText(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const fields = body as Readonly<Record<string, unknown>>;
  const labels = Array.isArray(fields.labels) ? fields.labels : [];
  const texts = [...searchedFields.map((field) => fields[field]), ...labels].filter((text) => typeof text === 'string' && text !== '');
  return texts.length === 0 ? undefined : texts.join('\n');
}

/** A stream's id as one word, which the tokenizer does not part. */
export function streamWord(stream: string): string {
  return stream.replaceAll('-', '');
}

/**
 * The FTS5 question for what a person typed: each term quoted, all of them wanted, the last one as a beginning.
 * `undefined`: there is no word in it.
 */
export function searchQuery(text: string, { stream, except }: Pick<SearchOptions, 'stream' | 'except'> = {}): string | undefined {
  const terms = text
    .split(/[\s\0]+/u)
    .filter((term) => wordCharacter.test(term))
    .slice(0, maxTerms);
  if (terms.length === 0) return undefined;
  const wanted = `{text} : (${terms.map(quoted).join(' AND ')} *)`;
  if (stream !== undefined) return `{stream} : ${quoted(streamWord(stream))} AND ${wanted}`;
  return [wanted, ...(except ?? []).map((one) => `{stream} : ${quoted(streamWord(one))}`)].join(' NOT ');
}

function quoted(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}
