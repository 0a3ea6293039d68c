/** Writes answers of the HTTP door: data, refusals, errors and pages, each with the headers that every answer carries. */

import type { ServerResponse } from 'node:http';
import type { ApiError } from '../../../shared/api/errors.ts';
import { errorStatus } from '../../../shared/api/errors.ts';
import type { MadeDocument } from '../../../shared/api/studio-procedures.ts';
import { nothingPolicy, securityHeaders } from './content-security.ts';

export type Headers = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | Uint8Array;
}

/** Data as JSON. */
export function jsonAnswer(status: number, value: unknown, headers: Headers = {}): Answer {
  return {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-security-policy': nothingPolicy,
      'cache-control': 'no-store',
      ...headers,
    },
    body: JSON.stringify(value),
  };
}

/** An error as data: `{ refusal }` for what the charts refused, `{ error }` for anything else. */
export function errorAnswer(error: ApiError, headers: Headers = {}): Answer {
  const value = error.code === 'refused' && error.refusal ? { refusal: error.refusal } : { error };
  const challenge: Headers = error.code === 'unauthorized' ? { 'www-authenticate': 'Bearer realm="Wheelhouse"' } : {};
  return jsonAnswer(errorStatus[error.code], value, { ...challenge, ...headers });
}

/** A document as itself, to be kept under its own name; no page of this console ever runs it. */
export function documentAnswer({ text, encoding, mediaType, fileName }: MadeDocument): Answer {
  const named = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  if (encoding === 'base64') return textAnswer(Buffer.from(text, 'base64'), { 'content-type': mediaType, 'content-disposition': named });
  return textAnswer(text, { 'content-type': `${mediaType.replace(/;.*/, '')}; charset=utf-8`, 'content-disposition': named });
}

/** Text of another kind, with a policy of its own. */
export function textAnswer(body: string | Uint8Array, headers: Headers): Answer {
  return { status: 200, headers: { 'content-security-policy': nothingPolicy, 'cache-control': 'no-store', ...headers }, body };
}

/** Sends the answer; `head` requests get its headers only. */
export function send(response: ServerResponse, answer: Answer): void {
  const body = typeof answer.body === 'string' ? Buffer.from(answer.body, 'utf8') : answer.body;
  response.writeHead(answer.status, { ...securityHeaders, ...answer.headers, 'content-length': String(body.byteLength) });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
