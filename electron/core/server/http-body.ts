/** Reads the body of a request, no further than its limit, whether its length was announced or not. */
import type { IncomingMessage } from 'node:http';
import type { ApiError } from '../../../shared/api/errors.ts';
import { maxRequestBytes } from '../../../shared/api/procedures.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { tooLarge } from './router.ts';

/** What a client may still send after it was told 413: it must be able to finish and read the answer, and not to keep us busy. */
const discardBytes = 4 * 1024 * 1024;

/** The body as JSON. */
export async function readJson(request: IncomingMessage): Promise<Result<unknown, ApiError>> {
  const bytes = await readBytes(request);
  if (!bytes.ok) return bytes;
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)));
  } catch {
    const message = 'is not JSON in UTF-8';
    return err({ code: 'invalid', message: `The body ${message}.`, fields: [{ path: '', message }] });
  }
}

function readBytes(request: IncomingMessage): Promise<Result<Buffer, ApiError>> {
  return new Promise((resolve) => {
    if (Number(request.headers['content-length'] ?? 0) > maxRequestBytes) {
      discard(request, 0);
      return resolve(err(tooLarge));
    }
    const chunks: Buffer[] = [];
    let size = 0;
    const take = (chunk: Buffer): void => {
      size += chunk.byteLength;
      if (size <= maxRequestBytes) return void chunks.push(chunk);
      request.off('data', take);
      chunks.length = 0;
      discard(request, size);
      resolve(err(tooLarge));
    };
    request.on('data', take);
    request.once('end', () => resolve(ok(Buffer.concat(chunks))));
    // Gone before the end: the answer has nobody to go to, but the promise must not hang.
    request.once('close', () => resolve(err({ code: 'invalid', message: 'The request ended early.' })));
  });
}

function discard(request: IncomingMessage, already: number): void {
  let size = already;
  request.on('data', (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size > discardBytes) request.socket.destroy();
  });
}
