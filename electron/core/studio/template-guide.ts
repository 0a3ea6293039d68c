/** What a template may use, as a page for whoever writes one and as a JSON Schema of its data: both made from the code that runs templates. */
import * as z from 'zod';
import { parts } from '../../../shared/postmortem/parts/parts.ts';
import { meanings } from '../../../shared/postmortem/template/meanings.ts';
import { templateDataSchema } from '../../../shared/postmortem/template/template-data.ts';
import { frontMatterSchema, maxTemplateLength } from '../../../shared/postmortem/template/template-file.ts';
import { usualLimits } from './engine-limits.ts';
import { plainTags, templateFilters } from './template-filters.ts';
import { usualRunnerLimits } from './template-runner.ts';
import { ownTags } from './template-tags.ts';

/** The JSON Schema of what a template is given. */
export function templateDataJsonSchema(): object {
  return { title: 'Data of a postmortem template', ...z.toJSONSchema(templateDataSchema) };
}

/** A small template that a person could begin with. */
export const exampleTemplate = `---
schema: wheelhouse-template/1
id: our-review
version: 1
name: Our review
about: What we want to know, in three sections.
---
{% section "summary", heading: "What happened" %}
{% part "summary" %}
{% unless summary %}{% prompt "What happened, in two or three sentences?" %}{% endunless %}
{% endsection %}

{% section "decisions", heading: "What was decided" %}
{% assign decided = entries | where: "kind", "decision" %}
{% list decided, limit: 20 %}
{% endsection %}

{% section "timeline", heading: "Timeline" %}{% part "timeline" %}{% endsection %}`;

/** The page, in Markdown. */
export function templateGuide(): string {
  return `${[
    '# Templates',
    'A template is a file: YAML front matter, which says what it is, and a body in [Liquid](https://liquidjs.com), which arranges sections. It is run over the data of an incident and makes a draft. The same data makes the same draft: there is no clock, no chance, no file and no network in it.',
    'Written by `npm run templates` from the code.',
    `\`\`\`liquid\n${exampleTemplate}\n\`\`\``,
    'Try it with `wheelhouse template check FILE`, and save it with `wheelhouse template save FILE`. One with a fault is refused whole, each fault with its line and column. An own template with the id of one that ships is used in its place; removing it brings the shipped one back.',
    '## Front matter',
    table(['Field', 'What it is'], frontMatterRows()),
    '## Tags',
    'Everything stands in sections. What is printed is text, whatever it looks like: nothing of the log becomes markup. A value that is not known prints "not recorded".',
    table(['Tag', 'What it makes'], rowsOf(ownTags)),
    '### Tags of Liquid',
    table(['Tag', 'What it does'], rowsOf(plainTags)),
    '## Parts',
    '`{% part "name" %}` places what the console makes of the log. Options follow the name: `{% part "tagged", tags: "lucky" %}`.',
    table(
      ['Part', 'What it gives'],
      Object.entries(parts).map(([name, { says }]) => [`\`${name}\``, says]),
    ),
    '## Meanings',
    'A section says what it means, whatever it is called: what people wrote in it stays with its meaning when another template is chosen. These are known; a template may have others.',
    table(['Meaning', 'What is in it'], rowsOf(meanings)),
    '## Data',
    'The same as JSON Schema: `template-data.schema.json`. A text of the log is an object with `text` and `from`; printed, it is its text, and the draft knows the events that it came from. A time is such a text, and has `at`: ms since epoch, UTC.',
    table(['Name', 'Type', 'What it is'], dataRows()),
    '## Filters',
    table(['Filter', 'What it gives'], rowsOf(templateFilters)),
    '## Limits',
    `A file has ${maxTemplateLength} characters at most. A run may take ${usualRunnerLimits.wallMs / 1000} s and ${usualRunnerLimits.heapMb} MB, and make ${usualLimits.pieces} pieces and rows with ${usualLimits.characters} characters; one that takes more is ended, and says so.`,
  ].join('\n\n')}\n`;
}

type Row = readonly string[];

function rowsOf(words: Readonly<Record<string, string>>): readonly Row[] {
  return Object.entries(words).map(([name, says]) => [`\`${name}\``, says]);
}

function table(heads: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What is used of JSON Schema. */
interface Described {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly description?: string;
  readonly anyOf?: readonly Described[];
  readonly items?: Described;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly additionalProperties?: Described | boolean;
  readonly required?: readonly string[];
}

function frontMatterRows(): readonly Row[] {
  const { properties = {}, required = [] } = z.toJSONSchema(frontMatterSchema) as Described;
  return Object.entries(properties).map(([name, field]) => [
    `\`${name}\``,
    [
      field.const === undefined ? '' : `\`${String(field.const)}\`.`,
      field.description ?? '',
      required.includes(name) ? '' : 'May be left out.',
    ]
      .filter((words) => words !== '')
      .join(' '),
  ]);
}

function dataRows(): readonly Row[] {
  return fieldRows('', templateDataJsonSchema() as Described);
}

/** Every field below, each with its path; texts of the log are told once and not taken apart. */
function fieldRows(path: string, { properties = {} }: Described): readonly Row[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const here = path === '' ? name : `${path}.${name}`;
    const { shown, inner, list } = unwrapped(field);
    const says = field.description ?? describedBy(field);
    const below = inner === undefined || says.startsWith('A time') ? [] : fieldRows(list ? `${here}[]` : here, inner);
    return [[`\`${here}\``, shown, says], ...below.filter(([field]) => !isOfText(field ?? ''))];
  });
}

const isOfText = (field: string): boolean => /\.(text|from)`$/.test(field);

function describedBy({ anyOf = [], items }: Described): string {
  return anyOf.find(({ description }) => description !== undefined)?.description ?? items?.description ?? '';
}

function typeWords(type: Described['type']): string {
  if (type === undefined) return 'anything';
  return typeof type === 'string' ? type : type.map((one) => (one === 'null' ? 'nothing' : one)).join(', or ');
}

interface Unwrapped {
  readonly shown: string;
  readonly inner?: Described;
  readonly list: boolean;
}

function unwrapped(field: Described): Unwrapped {
  const known = field.anyOf?.find(({ type }) => type !== 'null');
  if (known !== undefined) {
    const { shown, ...rest } = unwrapped(known);
    return { ...rest, shown: `${shown}, or nothing` };
  }
  if (field.type === 'array') {
    const { shown, inner } = unwrapped(field.items ?? {});
    return { shown: `list of ${shown}`, list: true, ...(inner !== undefined && { inner }) };
  }
  if (field.properties === undefined) return { shown: typeWords(field.type), list: false };
  const isText = field.properties.text !== undefined && field.properties.from !== undefined;
  const isOnlyText = isText && Object.keys(field.properties).length === 2;
  return { shown: isText ? 'text of the log' : 'fields', list: false, ...(!isOnlyText && { inner: field }) };
}
