/** The catalogue of events about an organisation's own templates: bodies parse loosely, what a newer console wrote beside is kept. Frozen: rows only gain optional fields. */
import * as z from 'zod';

export const templateEvents = {
  /** The whole file as it was written: of one id, the last by clock that reads is in use. */
  'template.saved': z.looseObject({
    /** As its front matter has it. */
    id: z.string(),
    text: z.string(),
    name: z.string(),
    version: z.number(),
    /** The name of whoever saved it, as it was then: the stream knows no people. */
    by: z.string().optional(),
  }),
  /** It is offered no more; one that ships under the same id is again. */
  'template.removed': z.looseObject({ id: z.string(), by: z.string().optional() }),
} as const;

/** Version of the rows; a row whose body changes gets an upcast and a higher one. */
export const templateEventVersion = 1;

export type TemplateSaved = z.output<(typeof templateEvents)['template.saved']>;
export type TemplateRemoved = z.output<(typeof templateEvents)['template.removed']>;

/** Whether the catalogue has this type. */
export function isTemplateEvent(type: string): boolean {
  return Object.hasOwn(templateEvents, type);
}
