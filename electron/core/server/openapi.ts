/** The OpenAPI 3.1 document of the HTTP door, made from the same table and the same schemas that the gate checks with. */
import * as z from 'zod';
import type { ErrorCode } from '../../../shared/api/errors.ts';
import { apiErrorSchema, errorStatus, refusalSchema } from '../../../shared/api/errors.ts';
import type { Procedure } from '../../../shared/api/procedure.ts';
import { procedures } from '../../../shared/api/procedures.ts';

type Json = Record<string, unknown>;

/** The codes that any procedure may answer with, beside its own. */
const commonErrors: readonly ErrorCode[] = [
  'invalid',
  'unauthorized',
  'forbidden',
  'not-found',
  'too-large',
  'too-many',
  'not-recording',
  'bug',
];

/** The document for a server at `origin` (`http://127.0.0.1:7411`). */
export function openapiDocument(origin: string, appVersion: string): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const [name, procedure] of Object.entries(procedures) as [string, Procedure][]) {
    if (!procedure.http) continue;
    const path = procedure.http.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [procedure.http.method.toLowerCase()]: operation(name, procedure, components) };
  }
  const error = schemaOf(z.object({ error: apiErrorSchema }), 'output', components);
  const refusal = schemaOf(z.object({ refusal: refusalSchema }), 'output', components);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Wheelhouse',
      version: appVersion,
      description:
        'The console on this machine. Times are ms since epoch, UTC. `WS /api/v1/stream?incident=&after=` sends the events after a position, and then each new one.',
    },
    servers: [{ url: origin }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas: { ...components, ErrorAnswer: error, RefusalAnswer: refusal },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: "The owner's token, as `serve` prints it." },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'wheelhouse',
          description: 'The cookie that a browser gets for a token in the address; its name ends with the port.',
        },
      },
    },
  };
}

function operation(name: string, procedure: Procedure, components: Json): Json {
  const input = schemaOf(procedure.input, 'input', components);
  const errors =
    procedure.kind === 'command' && ['commands.run', 'directory.run', 'playbook.run'].includes(name)
      ? [...commonErrors, 'refused' as const]
      : commonErrors;
  return {
    operationId: name,
    summary: procedure.says,
    tags: [name.split('.')[0]],
    ...(procedure.scope === 'owner' ? { description: 'For the owner of the console only.' } : {}),
    ...(procedure.http?.method === 'GET'
      ? { parameters: parameters(input, procedure.http.path) }
      : { requestBody: { required: true, content: { 'application/json': { schema: input } } } }),
    responses: {
      200: { description: 'Done.', content: contentOf(procedure, components) },
      ...Object.fromEntries(errors.map((code) => [errorStatus[code], errorAnswer(code)])),
    },
  };
}

function contentOf(procedure: Procedure, components: Json): Json {
  if (procedure.http?.sends === 'document') return { '*/*': { schema: { type: 'string' } } };
  return { 'application/json': { schema: schemaOf(procedure.output, 'output', components) } };
}

function errorAnswer(code: ErrorCode): Json {
  const schema = { $ref: `#/components/schemas/${code === 'refused' ? 'RefusalAnswer' : 'ErrorAnswer'}` };
  return {
    description: `\`${code}\``,
    ...(code === 'too-many' ? { headers: { 'Retry-After': { description: 'seconds', schema: { type: 'integer' } } } } : {}),
    content: { 'application/json': { schema } },
  };
}

function parameters(input: Json, path: string): readonly Json[] {
  const properties = (input.properties ?? {}) as Record<string, Json>;
  const required = new Set((input.required ?? []) as string[]);
  return Object.entries(properties).map(([name, schema]) => {
    const inPath = path.includes(`:${name}`);
    return { name, in: inPath ? 'path' : 'query', required: inPath || required.has(name), schema };
  });
}

/** A schema as JSON Schema, with its named parts moved to the document's components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const { $schema: _dialect, $defs, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  for (const [name, part] of Object.entries(($defs ?? {}) as Record<string, Json>)) {
    const { id: _name, ...named } = moveRefs(part) as Json;
    components[name] = named;
  }
  const { id, ...moved } = moveRefs(rest) as Json;
  if (typeof id !== 'string') return moved;
  components[id] = moved;
  return { $ref: `#/components/schemas/${id}` };
}

function moveRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(moveRefs);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) =>
      key === '$ref' && typeof inner === 'string' ? [key, inner.replace('#/$defs/', '#/components/schemas/')] : [key, moveRefs(inner)],
    ),
  );
}
