/** Finds the procedure behind a method and an address, and the input that the address carries: all from the table, no route is written by hand. */
import type { ApiError } from '../../../shared/api/errors.ts';
import type { HttpRoute, Procedure } from '../../../shared/api/procedure.ts';
import type { ProcedureName } from '../../../shared/api/procedures.ts';
import { procedures } from '../../../shared/api/procedures.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { isProcedure } from './router.ts';

export interface RoutedCall {
  readonly name: ProcedureName;
  /** Fields taken from the path and the query. */
  readonly fields: Readonly<Record<string, string>>;
  /** Whether the input is the request's body. */
  readonly body: 'json' | 'none';
  /** Whether the answer goes out as the document that it is. */
  readonly sends?: 'document';
}

interface CompiledRoute {
  readonly name: ProcedureName;
  readonly method: HttpRoute['method'];
  readonly segments: readonly string[];
  readonly sends?: 'document';
}

const routes: readonly CompiledRoute[] = (Object.entries(procedures) as [ProcedureName, Procedure][]).flatMap(([name, { http }]) =>
  http ? [{ name, method: http.method, segments: http.path.split('/'), ...(http.sends && { sends: http.sends }) }] : [],
);

/** Every procedure can be called as `POST <this><name>` with its input as the body: the browser face uses it for what has no address of its own. */
export const callPath = '/api/v1/call/';
/** Not through this door: its input names a file of the server's disk. */
const localOnly: readonly ProcedureName[] = ['log.backup'];

/** The call that a request means. */
export function routeOf(method: string, url: URL): Result<RoutedCall, ApiError> {
  if (method === 'POST' && url.pathname.startsWith(callPath)) {
    const name = url.pathname.slice(callPath.length);
    return isProcedure(name) && !localOnly.includes(name) ? ok({ name, fields: {}, body: 'json' }) : notFound();
  }
  for (const route of routes) {
    if (route.method !== method) continue;
    const fields = matchPath(route.segments, url.pathname.split('/'));
    if (!fields) continue;
    if (method === 'POST') return ok({ name: route.name, fields: {}, body: 'json' });
    const query = queryFields(url);
    if (!query.ok) return query;
    return ok({ name: route.name, fields: { ...query.value, ...fields }, body: 'none', ...(route.sends && { sends: route.sends }) });
  }
  return notFound();
}

function notFound(): Result<never, ApiError> {
  return err({ code: 'not-found', message: 'There is nothing at this address.' });
}

function matchPath(pattern: readonly string[], path: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== path.length) return undefined;
  const fields: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const given = path[index] ?? '';
    if (!expected.startsWith(':')) {
      if (given !== expected) return undefined;
      continue;
    }
    const value = decoded(given);
    if (value === undefined || value === '') return undefined;
    fields[expected.slice(1)] = value;
  }
  return fields;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

function queryFields(url: URL): Result<Record<string, string>, ApiError> {
  const fields: Record<string, string> = {};
  for (const [key, value] of url.searchParams) {
    if (Object.hasOwn(fields, key)) {
      return err({ code: 'invalid', message: `${key}: is given twice`, fields: [{ path: key, message: 'is given twice' }] });
    }
    fields[key] = value;
  }
  return ok(fields);
}
