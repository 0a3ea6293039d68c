/** Finds in a document that was exported before what it says of the log it was made from. What it says is a claim: the log alone can tell. */
import { strFromU8, unzipSync } from 'fflate';
import * as z from 'zod';
import { headsInText, type ToldHeads } from '../../../shared/postmortem/heads.ts';
import { originInPdf } from './pdf/steady-pdf.ts';

/** The body of a Word document may be as long as this once it is unpacked, bytes. */
const longest = 256 * 1024 * 1024;

const toldSchema = z.object({
  incident: z.guid(),
  heads: z
    .array(z.object({ origin: z.guid(), seq: z.number().int().positive(), hash: z.string().regex(/^[0-9a-f]{32,64}$/) }))
    .min(1)
    .max(10_000),
});
const jsonSchema = z.object({ incident: z.object({ id: z.string() }), draft: z.object({ heads: z.unknown() }) });

/** Reads Markdown, HTML, JSON, PDF and Word documents, told apart by how they begin. Undefined where the document says nothing. */
export function documentHeads(bytes: Uint8Array): ToldHeads | undefined {
  const start = strFromU8(bytes.subarray(0, 5), true);
  if (start === '%PDF-') return read(originInPdf(bytes));
  if (start.startsWith('PK')) return headsInText(wordText(bytes));
  const text = new TextDecoder().decode(bytes);
  if (!text.trimStart().startsWith('{')) return headsInText(text);
  const document = jsonSchema.safeParse(parsed(text));
  return document.success ? read({ incident: document.data.incident.id, heads: document.data.draft.heads }) : undefined;
}

function read(told: unknown): ToldHeads | undefined {
  const known = toldSchema.safeParse(told);
  return known.success ? known.data : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The words of the document's body, one after another: an editor that saved it may have cut them into pieces. */
function wordText(bytes: Uint8Array): string {
  const body = 'word/document.xml';
  try {
    const files = unzipSync(bytes, { filter: ({ name, originalSize }) => name === body && originalSize <= longest });
    return strFromU8(files[body] ?? new Uint8Array()).replace(/<[^>]*>/g, '');
  } catch {
    return '';
  }
}
