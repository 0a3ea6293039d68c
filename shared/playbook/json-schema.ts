/** The form of a playbook as JSON Schema (2020-12), made from the schema that reads it: editors complete and check by it. */
import * as z from 'zod';
import { playbookFileSchema } from './schema.ts';

/** The schema, as plain data. */
export function playbookJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(playbookFileSchema, { io: 'input' });
}
