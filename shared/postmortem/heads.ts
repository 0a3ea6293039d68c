/** What ties a document to its log: where each chain of hashes ended when it was made, said in the footer and found again in the document's text. */
import type { Draft, LogHead } from './draft.ts';

/** How much of a hash a footer says, hex digits: 128 bits, which nobody can match with other events. */
const said = 32;

/** A head as a document tells it: `hash` may be only the beginning of one. */
export interface ToldHeads {
  readonly incident: string;
  readonly heads: readonly LogHead[];
}

/** The draft with the heads of its log, which its footer then says too. */
export function withHeads(draft: Draft, heads: readonly LogHead[]): Draft {
  if (heads.length === 0) return draft;
  const sorted = heads
    .map(({ origin, seq, hash }) => ({ origin, seq, hash }))
    .toSorted((a, b) => (a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0));
  return { ...draft, footer: [draft.footer, ...sorted.map(headText)].join(' · '), heads: sorted };
}

/** Letters, digits and commas only: it reads the same in every format. */
const headText = ({ origin, seq, hash }: LogHead): string => `chain ${origin} ends at event ${seq}, hash ${hash.slice(0, said)}`;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const footerPattern = new RegExp(
  `Incident (${uuid}) [^\\n<>]{0,80}events in the log((?: [^\\w\\n<>]{1,8} chain ${uuid} ends at event \\d{1,12}, hash [0-9a-f]{32,64})+)`,
  'g',
);
const headPattern = new RegExp(`chain (${uuid}) ends at event (\\d+), hash ([0-9a-f]+)`, 'g');

/**
 * The heads that a text's footer says, or undefined where it says none. Of several the last: a footer is the end of a document, and what people
 * wrote comes before it.
 */
export function headsInText(text: string): ToldHeads | undefined {
  const footer = [...text.matchAll(footerPattern)].at(-1);
  if (!footer?.[1] || !footer[2]) return undefined;
  const heads = [...footer[2].matchAll(headPattern)].map(([, origin = '', seq = '', hash = '']) => ({ origin, seq: Number(seq), hash }));
  return { incident: footer[1], heads };
}
