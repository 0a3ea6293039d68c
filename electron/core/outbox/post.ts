/** One request over a connection that is open, and what came back. Follows no redirect, and reads no more than it needs. */
import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import type { Clock } from '../desk/clock.ts';
import type { Outgoing } from './message.ts';

export type Reply =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter?: string; readonly words: string }
  /** Not one byte went out. */
  | { readonly kind: 'unsent'; readonly why: string }
  /** The request may have been read, and there is no answer. */
  | { readonly kind: 'broken'; readonly why: string };

export interface PostParts {
  readonly clock: Clock;
  /** How long the answer may take, ms. */
  readonly answerMs: number;
  /** Ends the wait: the console closes. */
  readonly signal: AbortSignal;
}

const mostBytes = 64 * 1024;
const mostWords = 200;

/** Sends a POST over the socket, which is used up by it. Never rejects. */
export function post(socket: Socket, url: URL, { headers, body }: Outgoing, { clock, answerMs, signal }: PostParts): Promise<Reply> {
  if (socket.destroyed || !socket.writable)
    return Promise.resolve({ kind: 'unsent', why: `${url.host} closed the connection before the message` });
  return new Promise((resolve) => {
    const sent = request({
      createConnection: () => socket,
      method: 'POST',
      path: `${url.pathname}${url.search}`,
      setHost: false,
      headers: { Host: url.host, 'User-Agent': 'Wheelhouse', ...headers, 'Content-Length': Buffer.byteLength(body) },
    });
    let heard: { readonly status: number; readonly retryAfter?: string } | undefined;
    let words = '';
    const settle = (broken: string) => {
      timer.cancel();
      signal.removeEventListener('abort', onAbort);
      sent.destroy();
      socket.destroy();
      resolve(heard ? { kind: 'answered', ...heard, words: inOneLine(words) } : { kind: 'broken', why: broken });
    };
    const onAbort = () => settle('the console closed while it waited for the answer');
    const timer = clock.setTimer(answerMs, () => settle(`${url.host} took the message and gave no answer within ${answerMs / 1_000} s`));
    signal.addEventListener('abort', onAbort);
    sent.on('error', () => settle(`the connection to ${url.host} broke before the answer`));
    sent.on('close', () => settle(`the connection to ${url.host} broke before the answer`));
    sent.on('response', (answer: IncomingMessage) => {
      const { statusCode: status = 0 } = answer;
      const retryAfter = answer.headers['retry-after'];
      heard = { status, ...(retryAfter === undefined ? {} : { retryAfter }) };
      // That it arrived is known now; what else it says is of no use.
      if (status >= 200 && status < 300) return settle('');
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (words.length < mostWords * 4) words += chunk.toString('utf8');
        if (bytes >= mostBytes) settle('');
      });
      answer.on('end', () => settle(''));
      answer.on('error', () => settle(''));
    });
    sent.end(body);
  });
}

/** What a server says, as a part of a sentence: no control characters, no line breaks, not long. */
function inOneLine(text: string): string {
  const line = text.replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ').trim();
  return line.length > mostWords ? `${line.slice(0, mostWords)}…` : line;
}
