/** The whole message: what was typed where somebody typed, else what the template makes of the log. */
import { fillTemplate } from '../../../shared/incident/updates/fill-template.ts';
import { fitting, templateFor, type UpdateTemplate } from '../../../shared/incident/updates/template-for.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Audience } from '../../../shared/vocabulary/words.ts';
import { nextAtOf, type Writing, withText } from './writing.ts';

/** The message as it stands now, as a command carries it. */
export interface Whole {
  readonly audiences: readonly Audience[];
  readonly text: string;
  readonly nextAt?: number;
  readonly final?: true;
  readonly template?: string;
}

/** The template that a message begins with, where nobody chose one: the last word has one of its own. */
export function fittingOne({ audiences, next }: Writing, view: IncidentView, now: number): UpdateTemplate | undefined {
  const last = next.kind === 'final' ? fitting(view, audiences).find(({ use }) => use === 'final') : undefined;
  return last ?? templateFor(view, audiences, now);
}

/** The template of a message that still reads as it has it. */
function templateOf(writing: Writing, view: IncidentView, now: number): UpdateTemplate | undefined {
  const chosen = fitting(view, writing.audiences).find(({ id }) => id === writing.template);
  return chosen ?? fittingOne(writing, view, now);
}

/** Its text. `now` in ms since epoch, UTC. */
export function textOf(writing: Writing, view: IncidentView, now: number): string {
  if (writing.text !== undefined) return writing.text;
  const nextAt = nextAtOf(writing, view, now);
  return fillTemplate(templateOf(writing, view, now)?.text ?? '', view, { now, ...(nextAt === undefined ? {} : { nextAt }) }).text;
}

/** The message with the next time that it would promise at this moment. */
export function wholeOf(writing: Writing, view: IncidentView, now: number): Whole {
  const nextAt = nextAtOf(writing, view, now);
  const template = writing.template ?? (writing.text === undefined ? templateOf(writing, view, now)?.id : undefined);
  return {
    audiences: writing.audiences,
    text: textOf(writing, view, now),
    ...(writing.next.kind === 'final' ? { final: true as const } : nextAt === undefined ? {} : { nextAt }),
    ...(template === undefined ? {} : { template }),
  };
}

/** The message with the text that it has now as its own: neither the log nor the clock changes it any more. */
export function settled(writing: Writing, view: IncidentView, now: number): Writing {
  if (writing.text !== undefined) return writing;
  const template = templateOf(writing, view, now)?.id;
  return { ...withText(writing, textOf(writing, view, now), view, now), ...(template === undefined ? {} : { template }) };
}

/** The message as a template has it; what somebody typed stays within reach. */
export function fromTemplate({ text, replaced: _replaced, template: _template, ...rest }: Writing, template: string | undefined): Writing {
  return { ...rest, ...(template === undefined ? {} : { template }), ...(text === undefined ? {} : { replaced: text }) };
}

/** The message with what stood there before a template took its place. */
export function withReplaced({ replaced, ...rest }: Writing): Writing {
  return replaced === undefined ? rest : { ...rest, text: replaced };
}
