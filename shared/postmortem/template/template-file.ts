/** A template as a file: YAML front matter, which says what it is, and a body in Liquid, which arranges sections. */
import * as z from 'zod';

export const templateSchemaName = 'wheelhouse-template/1';
/** Larger files are refused before they are read. */
export const maxTemplateLength = 200_000;

export const templateId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'small letters, digits and hyphens, such as our-review');

export const frontMatterSchema = z.strictObject({
  schema: z.literal(templateSchemaName).describe('The form of the file.'),
  id: templateId.describe('By which it is chosen: `--template google-sre`.'),
  version: z.number().int().min(1).max(1_000_000).describe('Raised by whoever changes it.'),
  name: z.string().trim().min(1).max(80).describe('As it is offered.'),
  about: z.string().trim().min(1).max(500).describe('In a sentence, for whoever chooses.'),
  title: z.string().trim().min(1).max(80).optional().describe('Stands before the incident’s title. "Postmortem" where nothing is said.'),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** A template that was read. */
export interface Template extends FrontMatter {
  /** The Liquid after the front matter. */
  readonly body: string;
  /** The line of the file on which the body begins, from 1. */
  readonly bodyLine: number;
}

/** Something wrong in a template, and where. */
export interface TemplateFault {
  /** From 1, in the file. */
  readonly line: number;
  readonly column: number;
  /** What is wrong, and what is allowed. */
  readonly message: string;
}
