/** The tags that templates are written with: sections, and what may stand in them. */
import type { Context, Emitter, Liquid, Template } from 'liquidjs';
import { notRecorded } from '../../../shared/postmortem/draft.ts';
import { parts } from '../../../shared/postmortem/parts/parts.ts';
import type { Piece, SkeletonSection } from '../../../shared/postmortem/template/skeleton.ts';
import { type Arguments, quoted, readArguments, readBlock } from './template-reading.ts';
import { slipAt, type TemplateRun } from './template-run.ts';
import { weigh } from './template-values.ts';

/** For the documentation: each tag, and what it makes. */
export const ownTags: Readonly<Record<string, string>> = {
  section:
    '`{% section "summary", heading: "Summary" %}…{% endsection %}`: a section with its meaning and heading; `level: 3` for one below another, `optional: true` to leave it out where nothing is in it. Markdown in it is prose.',
  part: '`{% part "timeline" %}`: what the console makes of the log; see the parts.',
  prompt: '`{% prompt "What helped?" %}`: a question to people, until somebody wrote the section.',
  paragraph: '`{% paragraph summary %}`: a paragraph of one text.',
  list: '`{% list entries, limit: 5 %}`: a list of texts, each with its events; nothing where it is empty.',
  note: '`{% note "Times are estimates." %}`: a line set apart.',
  missing: '`{% missing "Impact" %}`: a line that says it is not recorded.',
  facts: '`{% facts %}…{% endfacts %}`: labels with values, each by a `fact`.',
  fact: '`{% fact "Severity", value: incident.severity %}`: one label and its value.',
  table: '`{% table "What", "Who" %}…{% endtable %}`: a table with its columns; nothing where it has no rows.',
  row: '`{% row entry, entry.who %}`: one row, in a loop or alone.',
};

/** The tags, by name, of one run. */
export function templateTags(run: TemplateRun): Readonly<Record<string, TagImplOptions>> {
  return {
    ...Object.fromEntries(Object.entries(simpleTags).map(([name, pieceOf]) => [name, pieceTag(run, pieceOf)])),
    section: sectionTag(run),
    facts: rowsTag(run, 'facts'),
    fact: factTag(run),
    table: rowsTag(run, 'table'),
    row: rowTag(run),
  };
}

type TagImplOptions = Extract<Parameters<Liquid['registerTag']>[1], { readonly render: unknown }>;
type Fields = Readonly<Record<string, unknown>>;
/** A tag that leaves one piece: its first value, then its named ones. */
type PieceOf = (value: unknown, fields: Fields, run: TemplateRun) => Piece | undefined;

const simpleTags: Readonly<Record<string, PieceOf>> = {
  part: (value, fields, run) => {
    const name = knownPart(String(value));
    return { type: 'part', part: name, options: plain(fields, run) };
  },
  prompt: (value, _fields, run) => ({ type: 'prompt', question: run.text(value) }),
  note: (value, _fields, run) => ({ type: 'note', ...run.stated(value) }),
  missing: (value, _fields, run) => ({ type: 'note', text: `${run.text(value)}: ${notRecorded}`, from: [] }),
  paragraph: (value, _fields, run) => ({ type: 'paragraph', ...run.stated(value) }),
  list: (value, { limit }, run) => {
    if (!Array.isArray(value)) throw new Error('{% list %} wants a list of texts, such as entries.');
    const items = value.slice(0, typeof limit === 'number' ? limit : undefined).map((item) => {
      run.count();
      return run.stated(item);
    });
    return items.length === 0 ? undefined : { type: 'list', items };
  },
};

function knownPart(name: string): string {
  if (Object.hasOwn(parts, name)) return name;
  throw new Error(`There is no part ${JSON.stringify(name.slice(0, 60))}. There is: ${Object.keys(parts).join(', ')}.`);
}

/** Options cross to another thread: words and numbers only. */
function plain(fields: Fields, run: TemplateRun): Fields {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(known.map(([key, value]) => [key, typeof value === 'object' ? words(value, run) : value]));
}

function words(value: unknown, run: TemplateRun): string {
  weigh(value);
  return run.text(Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY).map(String).join(', ') : value);
}

function* valuesOf({ values }: Arguments, context: Context): Generator<unknown, unknown[], unknown> {
  const found: unknown[] = [];
  for (const value of values) found.push(yield value.value(context, true));
  return found;
}

function pieceTag(run: TemplateRun, pieceOf: PieceOf): TagImplOptions {
  const read = new WeakMap<object, Arguments>();
  return {
    parse(token) {
      const given = readArguments(token, this.liquid);
      // Told without a run, as tags and filters are.
      if (token.name === 'part') knownPart(quoted(token.args) ?? 'about');
      if (given.values.length === 0) throw new Error(`{% ${token.name} %} wants a value first, such as {% ${token.name} "…" %}.`);
      read.set(this, given);
    },
    *render(context, emitter): Generator<unknown, void, unknown> {
      const given = read.get(this) as Arguments;
      const [value] = (yield* valuesOf(given, context)) as unknown[];
      const piece = pieceOf(value, (yield given.hash.render(context)) as Fields, run);
      if (piece) emitter.write(run.keep(piece));
    },
  };
}

interface Block extends Arguments {
  readonly nodes: Template[];
}

/** `{% section "means", heading: "…", level: 3, optional: true %} … {% endsection %}` */
function sectionTag(run: TemplateRun): TagImplOptions {
  const read = new WeakMap<object, Block>();
  return {
    parse(token, remaining) {
      read.set(this, { ...readArguments(token, this.liquid), nodes: readBlock(run, 'section', remaining, this.liquid) });
    },
    *render(context): Generator<unknown, void, unknown> {
      const block = read.get(this) as Block;
      if (run.inSection) throw new Error('A section stands in no other; {% endsection %} ends the one before.');
      try {
        const [means] = (yield* valuesOf(block, context)) as unknown[];
        const section = headOf(means, (yield block.hash.render(context)) as Fields, run);
        run.inSection = true;
        const text = (yield this.liquid.renderer.renderTemplates(block.nodes, context)) as string;
        run.sections.push({ ...section, pieces: run.piecesOf(text) });
      } catch (error) {
        run.stumble(slipAt(this.token, error));
      } finally {
        run.inSection = false;
      }
    },
  };
}

function headOf(means: unknown, { heading, level = 2, optional = false }: Fields, run: TemplateRun): Omit<SkeletonSection, 'pieces'> {
  if (typeof means !== 'string' || !/^[a-z][a-z0-9-]{0,63}$/.test(means))
    throw new Error(
      'A section begins with what it means, in small letters, digits and hyphens: {% section "summary", heading: "Summary" %}.',
    );
  if (typeof heading !== 'string' || heading.trim() === '') throw new Error(`The section ${means} has no heading: "…".`);
  if (level !== 2 && level !== 3) throw new Error(`The section ${means} has level ${String(level)}; 2 and 3 are allowed.`);
  if (run.sections.some((section) => section.means === means))
    throw new Error(`Two sections mean ${means}; each means something of its own.`);
  run.count();
  return { means, heading: run.text(heading), level, optional: optional === true };
}

/** `{% facts %}{% fact "Label", value: … %}{% endfacts %}`, `{% table "Column", "Column" %}{% row …, … %}{% endtable %}` */
function rowsTag(run: TemplateRun, name: 'facts' | 'table'): TagImplOptions {
  const read = new WeakMap<object, Block>();
  return {
    parse(token, remaining) {
      read.set(this, { ...readArguments(token, this.liquid), nodes: readBlock(run, name, remaining, this.liquid) });
    },
    *render(context, emitter): Generator<unknown, void, unknown> {
      const block = read.get(this) as Block;
      if (run.rows) throw new Error('Tables and facts stand in no other.');
      const columns = ((yield* valuesOf(block, context)) as unknown[]).map((value) => run.text(value));
      if (name === 'table' && columns.length === 0) throw new Error('A table names its columns: {% table "What", "Who" %}.');
      const rows: (typeof run.rows & {})[number][] = [];
      run.rows = rows;
      try {
        yield this.liquid.renderer.renderTemplates(block.nodes, context);
      } finally {
        run.rows = undefined;
      }
      if (rows.length > 0) emitter.write(run.keep(name === 'facts' ? factsOf(rows) : tableOf(columns, rows)));
    },
  };
}

type Rows = NonNullable<TemplateRun['rows']>;

const factsOf = (rows: Rows): Piece => ({
  type: 'facts',
  rows: rows.map(([label, value]) => ({ label: label?.text ?? '', value: value?.text ?? notRecorded, from: value?.from ?? [] })),
});

const tableOf = (columns: readonly string[], rows: Rows): Piece => ({
  type: 'table',
  columns,
  rows: rows.map((row) => ({ cells: columns.map((_column, index) => row[index]?.text ?? ''), from: row.flatMap(({ from }) => from) })),
});

function factTag(run: TemplateRun): TagImplOptions {
  return rowOf(run, 'fact', 'facts', (values, { value }) => [run.stated(values[0]), run.stated(value)]);
}

function rowTag(run: TemplateRun): TagImplOptions {
  return rowOf(run, 'row', 'table', (values) => values.map((value) => run.stated(value)));
}

function rowOf(
  run: TemplateRun,
  name: string,
  within: string,
  made: (values: readonly unknown[], fields: Fields) => Rows[number],
): TagImplOptions {
  const read = new WeakMap<object, Arguments>();
  return {
    parse(token) {
      read.set(this, readArguments(token, this.liquid));
    },
    *render(context: Context, _emitter: Emitter): Generator<unknown, void, unknown> {
      const given = read.get(this) as Arguments;
      if (!run.rows) throw new Error(`{% ${name} %} stands in {% ${within} %}.`);
      const values = (yield* valuesOf(given, context)) as unknown[];
      run.count();
      run.rows.push(made(values, (yield given.hash.render(context)) as Fields));
    },
  };
}
