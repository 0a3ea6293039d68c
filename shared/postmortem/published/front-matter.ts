/** What stands before a published postmortem: YAML for programs, and the mark by which this console knows its own files again. */
import * as z from 'zod';
import { modes, phases, severities } from '../../vocabulary/words.ts';

const schema = 'wheelhouse-published/1';
const fence = '---\n';

/** Fields in the order in which they are written. */
const frontMatterSchema = z.object({
  /** The incident's id: the mark. */
  id: z.uuid(),
  label: z.string(),
  title: z.string(),
  /** `2026-03-29`, in the incident's zone. */
  date: z.string().nullable(),
  severity: z.literal(severities).nullable(),
  /** Whole minutes from the impact's start to the end. */
  minutes: z.number().int().nullable(),
  type: z.string().nullable(),
  labels: z.array(z.string()),
  tags: z.array(z.string()),
  /** A drill, an import, or the real thing. */
  mode: z.enum(modes),
  status: z.enum(phases),
  template: z.string(),
  /** Names are roles in it. */
  anonymous: z.boolean(),
});
export type FrontMatter = Readonly<z.infer<typeof frontMatterSchema>>;

/** The head of a file. Every value is written as JSON, which is YAML too, whatever it holds. */
export function writeFrontMatter(matter: FrontMatter): string {
  const rows = Object.keys(frontMatterSchema.shape).map((key) => `${key}: ${quoted(matter[key as keyof FrontMatter])}\n`);
  return `${fence}schema: "${schema}"\n${rows.join('')}${fence}`;
}

/** YAML takes line separators for ends of lines, and JSON does not. */
function quoted(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The head of a file that this console, or another, wrote; `undefined`: somebody else's file. */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const lines = text.slice(0, longestHead).replaceAll('\r\n', '\n').split('\n');
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || lines[1] !== `schema: "${schema}"` || end < 0) return undefined;
  const fields = lines.slice(2, end).map((line) => /^([a-z]+): (.*)$/.exec(line));
  const values = fields.flatMap((field) => (field ? [[field[1], parsed(field[2] ?? '')]] : []));
  const read = frontMatterSchema.safeParse(Object.fromEntries(values));
  return read.success ? read.data : undefined;
}

/** Where a head must have ended, characters. */
export const longestHead = 32_768;

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
