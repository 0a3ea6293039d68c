/**
 * Runs a template's Liquid over an incident's data. What the log said comes out as text, never as markup, and keeps the ids of the
 * events that it came from. No files, no clock, no chance: the same data gives the same skeleton. Time, memory and output are
 * bounded here as far as the engine itself can; whoever runs a template of unknown making does it in a worker (`template-runner.ts`).
 */
import { Liquid, LiquidError } from 'liquidjs';
import type { Skeleton } from '../../../shared/postmortem/template/skeleton.ts';
import type { TemplateData } from '../../../shared/postmortem/template/template-data.ts';
import type { Template, TemplateFault } from '../../../shared/postmortem/template/template-file.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { said, TemplateRun, withoutMarks } from './template-run.ts';
import { templateTags } from './template-tags.ts';

export interface EngineLimits {
  /** ms of rendering. */
  readonly renderMs: number;
  /** As liquidjs counts it: characters and items made while rendering. */
  readonly memory: number;
  /** Pieces and characters that may come out. */
  readonly pieces: number;
  readonly characters: number;
}
export const usualLimits: EngineLimits = { renderMs: 2_000, memory: 20_000_000, pieces: 20_000, characters: 4_000_000 };

/** What the template makes, or what is wrong in it and where. */
export function runTemplate(
  template: Pick<Template, 'body' | 'bodyLine'>,
  data: TemplateData,
  limits: EngineLimits = usualLimits,
): Result<Skeleton, readonly TemplateFault[]> {
  const run = new TemplateRun(limits);
  try {
    const engine = engineFor(run, limits);
    const rest: unknown = engine.parseAndRenderSync(withoutMarks(template.body), said(data) as object);
    const stray = run.piecesOf(String(rest));
    if (stray.length > 0) throw new Stray();
    return ok({ sections: run.sections });
  } catch (error) {
    return err([faultOf(error, template.bodyLine)]);
  }
}

class Stray extends Error {
  override readonly message = 'There is text outside of a section; put it between {% section %} and {% endsection %}.';
}

/** Tags that read files, and filters that know the clock or chance or print what they are given as markup. */
const refusedTags = ['include', 'render', 'layout', 'block', 'raw', 'echo', 'liquid', 'tablerow'];
const refusedFilters = [
  'raw',
  'date',
  'date_to_xmlschema',
  'date_to_rfc822',
  'date_to_string',
  'date_to_long_string',
  'sample',
  'shuffle',
  'inspect',
];

function engineFor(run: TemplateRun, { renderMs, memory }: EngineLimits): Liquid {
  const engine = new Liquid({
    ownPropertyOnly: true,
    strictFilters: true,
    strictVariables: false,
    jsTruthy: false,
    cache: false,
    templates: {},
    parseLimit: 200_000,
    renderLimit: renderMs,
    memoryLimit: memory,
    outputEscape: (value: unknown) => run.printed(value),
  });
  for (const tag of refusedTags) delete engine.tags[tag];
  for (const filter of refusedFilters) delete engine.filters[filter];
  for (const [name, tag] of Object.entries(templateTags(run))) engine.registerTag(name, tag);
  return engine;
}

/** liquidjs keeps the place in the token of the error, and repeats it in the message. */
function faultOf(error: unknown, bodyLine: number): TemplateFault {
  if (!(error instanceof LiquidError))
    return { line: bodyLine, column: 1, message: error instanceof Error ? error.message : String(error) };
  const [line, column] = placeOf(error);
  const message = (error.originalError?.message ?? error.message).replace(/, (?:file:.*, )?line:\d+, col:\d+$/, '');
  return { line: bodyLine - 1 + line, column, message };
}

function placeOf({ token }: LiquidError): readonly [number, number] {
  const before = token.input.slice(0, token.begin).split('\n');
  return [before.length, (before.at(-1)?.length ?? 0) + 1];
}
