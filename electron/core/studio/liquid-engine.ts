/**
 * Runs a template's Liquid over an incident's data. What the log said comes out as text, never as markup, and keeps the ids of the
 * events that it came from. No files, no clock, no chance: the same data gives the same skeleton. Time, memory and output are
 * bounded here as far as the engine itself can; whoever runs a template of unknown making does it in a worker (`template-runner.ts`).
 */
import { Context, Liquid, LiquidError, type Token } from 'liquidjs';
import type { Skeleton } from '../../../shared/postmortem/template/skeleton.ts';
import type { TemplateData } from '../../../shared/postmortem/template/template-data.ts';
import type { Template, TemplateFault } from '../../../shared/postmortem/template/template-file.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { type EngineLimits, usualLimits } from './engine-limits.ts';
import { plainTags, restrict, templateFilters } from './template-filters.ts';
import { readBody } from './template-reading.ts';
import { Ended, Slip, TemplateRun, withoutMarks } from './template-run.ts';
import { templateTags } from './template-tags.ts';
import { said } from './template-values.ts';

type Runnable = Pick<Template, 'body' | 'bodyLine'>;

/** What the template makes, or what is wrong in it and where, in the order of its lines. */
export function runTemplate(
  template: Runnable,
  data: TemplateData,
  limits: EngineLimits = usualLimits,
): Result<Skeleton, readonly TemplateFault[]> {
  const run = new TemplateRun(limits);
  try {
    const engine = engineFor(run, limits);
    const nodes = readBody(run, withoutMarks(template.body), engine);
    if (run.slips.length > 0) return err(faultsOf(run.slips, template, limits));
    const context = new Context(said(data) as object, engine.options, { sync: true });
    // One after another, so that what stands outside of a section is known by its place.
    for (const node of nodes) {
      const rest: unknown = engine.renderSync([node], context);
      if (run.piecesOf(String(rest)).length > 0) run.stumble(new Slip(strayText, firstLetterOf(node.token)));
      if (context.breakCalled || context.continueCalled) break;
    }
    if (run.slips.length > 0) return err(faultsOf(run.slips, template, limits));
    return ok({ sections: run.sections });
  } catch (error) {
    return err(faultsOf([...run.slips, error], template, limits));
  }
}

/** What is wrong in the template before it is run: its tags, its filters, and what is not closed. */
export function parseFaults(template: Runnable): readonly TemplateFault[] {
  const run = new TemplateRun(usualLimits);
  try {
    readBody(run, withoutMarks(template.body), engineFor(run, usualLimits));
    return faultsOf(run.slips, template, usualLimits);
  } catch (error) {
    return faultsOf([...run.slips, error], template, usualLimits);
  }
}

const strayText = 'There is text outside of a section; put it between {% section %} and {% endsection %}.';

/** Where a token begins to say something. */
function firstLetterOf({ input, begin, end }: Token): Slip['token'] {
  return { input, begin: begin + Math.max(0, input.slice(begin, end).search(/\S/)) };
}

function engineFor(run: TemplateRun, { renderMs, memory }: EngineLimits): Liquid {
  const engine = new Liquid({
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: false,
    jsTruthy: false,
    cache: false,
    templates: {},
    renderLimit: renderMs,
    memoryLimit: memory,
    outputEscape: (value: unknown) => run.printed(value),
  });
  restrict(engine);
  for (const [name, tag] of Object.entries(templateTags(run))) engine.registerTag(name, tag);
  return engine;
}

/** Each fault once, in the order of the file. What only follows from a tag that could not be read is left out. */
function faultsOf(errors: readonly unknown[], { bodyLine }: Runnable, limits: EngineLimits): readonly TemplateFault[] {
  const deep = errors.filter((error) => /call stack/.test(messageOf(error))).slice(0, 1);
  const told = deep.length > 0 ? deep : errors.filter((error) => !isEnd(error));
  const unknown = new Set(told.map(unknownTag));
  const follows = (tag: string | undefined): boolean =>
    tag !== undefined && (endings.has(tag) || (tag.startsWith('end') && unknown.has(tag.slice(3))));
  const first = told.filter((error) => !follows(unknownTag(error)));
  const faults = (first.length > 0 ? first : told).map((error) => faultOf(error, bodyLine, limits));
  return faults.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

/** Tags that stand only in or behind another one. */
const endings: ReadonlySet<string> = new Set([
  ...['section', 'facts', 'table', 'for', 'if', 'unless', 'case', 'comment'].map((name) => `end${name}`),
  ...['else', 'elsif', 'when'],
]);

const isEnd = (error: unknown): boolean => error instanceof Ended || (error instanceof LiquidError && error.originalError instanceof Ended);

/** liquidjs keeps the place in the token of the error, and repeats it in the message. */
function faultOf(error: unknown, bodyLine: number, limits: EngineLimits): TemplateFault {
  if (!(error instanceof LiquidError || error instanceof Slip))
    return { line: bodyLine, column: 1, message: inOurWords(messageOf(error), limits) };
  const [line, column] = placeOf(error);
  const message = messageOf((error instanceof LiquidError && error.originalError) || error).replace(
    /, (?:file:.*, )?line:\d+, col:\d+$/,
    '',
  );
  return { line: bodyLine - 1 + line, column, message: inOurWords(message, limits) };
}

/** The name of a tag that there is not. */
const unknownTag = (error: unknown): string | undefined => /^tag "([^"]+)" not found/.exec(messageOf(error))?.[1];

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What the engine says, with what may be done about it. */
function inOurWords(message: string, { memory, renderMs }: EngineLimits): string {
  const filter = /^undefined filter: (.*)$/s.exec(message)?.[1];
  if (filter !== undefined) return `There is no filter ${shortly(filter)}. There is: ${Object.keys(templateFilters).join(', ')}.`;
  const tag = /^tag "(.*)" not found$/s.exec(message)?.[1];
  if (tag !== undefined && endings.has(tag))
    return `{% ${shortly(tag)} %} closes nothing that is open here: a tag before it is not closed, or it is one too many.`;
  if (tag !== undefined) return `There is no tag ${shortly(tag)}. There is: ${tagNames().join(', ')}.`;
  const open = /^tag (.*) not closed$/s.exec(message)?.[1];
  if (open !== undefined) return `${shortly(open)} is not closed.`;
  if (/call stack/.test(message)) return 'This is nested too deeply.';
  if (message === 'memory alloc limit exceeded')
    return `This makes more than ${memory} letters and items. Let the template work with less.`;
  if (message === 'template render limit exceeded') return `The template takes longer than ${renderMs / 1000} s. Let it do less.`;
  return message;
}

const shortly = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** Every tag that a template may use. */
export function tagNames(): readonly string[] {
  return [...Object.keys(templateTags(new TemplateRun(usualLimits))), ...Object.keys(plainTags)];
}

function placeOf({ token }: LiquidError | Slip): readonly [number, number] {
  const before = token.input.slice(0, token.begin).split('\n');
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
}
