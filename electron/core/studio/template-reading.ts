/** Reads the text of a template: its body, blocks in it, and what a tag is given. What cannot be read is kept as a slip, and reading goes on behind it. */
import { Hash, type Liquid, type TagToken, type Template, Tokenizer, type TopLevelToken, Value } from 'liquidjs';
import { mostSlips, Slip, slipAt, type TemplateRun } from './template-run.ts';

/** What a tag is given. */
export interface Arguments {
  readonly values: readonly Value[];
  readonly hash: Hash;
}

/** The nodes of a template's body. Throws where it cannot be cut into tags at all. */
export function readBody(run: TemplateRun, body: string, liquid: Liquid): Template[] {
  return readNodes(run, new Tokenizer(body).readTopLevelTokens(liquid.options), liquid).nodes;
}

/** The nodes up to the end of a block. */
export function readBlock(run: TemplateRun, name: string, remaining: TopLevelToken[], liquid: Liquid): Template[] {
  const before = run.slips.length;
  const { nodes, ended } = readNodes(run, remaining, liquid, name);
  if (ended || run.slips.length > before) return nodes;
  throw new Error(`{% ${name} %} is not closed; {% end${name} %} closes it.`);
}

interface Nodes {
  readonly nodes: Template[];
  readonly ended: boolean;
}

function readNodes(run: TemplateRun, remaining: TopLevelToken[], liquid: Liquid, within?: string): Nodes {
  const nodes: Template[] = [];
  for (let token = remaining.shift(); token; token = remaining.shift()) {
    if (within !== undefined && 'name' in token && token.name === `end${within}`) return { nodes, ended: true };
    try {
      nodes.push(liquid.parser.parseToken(token, remaining));
    } catch (error) {
      // Something inside took the end of this block for a part of itself.
      const tookOurEnd = within !== undefined && error instanceof Error && error.message.startsWith(`tag "end${within}" not found`);
      run.slips.push(tookOurEnd ? new Slip(`tag ${token.getText()} not closed`, token) : slipAt(token, error));
      if (run.slips.length >= mostSlips || isTooDeep(error)) remaining.length = 0;
      if (tookOurEnd) return { nodes, ended: true };
    }
  }
  return { nodes, ended: false };
}

const isTooDeep = (error: unknown): boolean => error instanceof Error && error.message.startsWith('Maximum call stack');

/** Reads `value, value, name: value, …`. */
export function readArguments({ tokenizer }: TagToken, liquid: Liquid): Arguments {
  const values: Value[] = [];
  for (;;) {
    const before = tokenizer.p;
    const read = tokenizer.readValue();
    tokenizer.skipBlank();
    // A word before a colon is the first named value.
    if (!read || tokenizer.peek() === ':') {
      tokenizer.p = before;
      break;
    }
    values.push(new Value(read.getText(), liquid));
    if (tokenizer.peek() !== ',') break;
    tokenizer.advance();
  }
  return { values, hash: new Hash(tokenizer) };
}

/** The text of a value that stands in quotation marks; undefined for any other, which is known only when the template runs. */
export function quoted(tokenText: string): string | undefined {
  return /^\s*("[^"\\]*"|'[^'\\]*')/.exec(tokenText)?.[1]?.slice(1, -1);
}
