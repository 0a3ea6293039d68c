/** What a procedure is, and what the inputs of many are made of. */
import * as z from 'zod';

export type Scope = 'responder' | 'owner';

export interface HttpRoute {
  readonly method: 'GET' | 'POST';
  /** `:name` segments and query fields are taken from the input's fields. */
  readonly path: string;
  /** The answer is `{ text, mediaType, fileName }`, and goes out as that document itself. */
  readonly sends?: 'document';
}

export interface Procedure<Input extends z.ZodType = z.ZodType, Output = unknown> {
  readonly says: string;
  readonly kind: 'query' | 'command';
  readonly scope: Scope;
  readonly input: Input;
  readonly output: z.ZodType;
  readonly http?: HttpRoute;
  /** Carries the output's type; never present at run time. */
  readonly result?: Output;
}

/** Takes the input's type from the schema and the output's from the type argument. */
export const answering =
  <Output>() =>
  <Input extends z.ZodType>(procedure: Omit<Procedure<Input, Output>, 'result'>): Procedure<Input, Output> =>
    procedure;

/** How a person or program names an incident. */
export const incident = z.string().min(4).describe('an id, a unique suffix of one, or a label');
/** A place in the order of arrival. */
export const position = z.coerce.number().int().nonnegative();
