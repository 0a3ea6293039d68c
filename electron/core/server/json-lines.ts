/** Messages on a byte stream: one line of JSON each. */
import type { Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';

/** No request and no answer that the command line sees is longer; bytes of UTF-16. */
const maxLine = 64 * 1024 * 1024;

/** Hands out each line as JSON; `onFault` when a line is none, or is too long. */
export function readLines(socket: Socket, onMessage: (message: unknown) => void, onFault: () => void): void {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  socket.on('data', (chunk: Buffer) => {
    const pieces = decoder.write(chunk).split('\n');
    for (const [index, piece] of pieces.entries()) {
      parts.push(piece);
      length += piece.length;
      if (length > maxLine) return onFault();
      if (index === pieces.length - 1) continue;
      const line = parts.join('');
      parts = [];
      length = 0;
      const parsed = parse(line);
      if (parsed === undefined) return onFault();
      onMessage(parsed);
    }
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
