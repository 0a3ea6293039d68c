/** A connection to a channel's address, opened before anything is said about a message: while there is none, nothing has begun. */
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Clock } from '../desk/clock.ts';
import { hostOf } from './address.ts';

export interface ConnectionParts {
  readonly clock: Clock;
  /** How long it may take to open, ms. */
  readonly connectMs: number;
  /** Ends the attempt: the console closes. */
  readonly signal: AbortSignal;
  /** Certificates that are trusted instead of the machine's, PEM. */
  readonly trust?: string;
}

/** Opens a connection, with TLS for `https`. The error says in words why there is none; then not one byte of a message went out. */
export function openConnection(url: URL, { clock, connectMs, signal, trust }: ConnectionParts): Promise<Result<Socket, string>> {
  const host = hostOf(url);
  const secure = url.protocol === 'https:';
  const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(err(closing));
    const socket = secure
      ? connectTls({
          host,
          port,
          ALPNProtocols: ['http/1.1'],
          ...(isIP(host) === 0 ? { servername: host } : {}),
          ...(trust === undefined ? {} : { ca: trust }),
        })
      : connect({ host, port });
    const settle = (answer: Result<Socket, string>) => {
      timer.cancel();
      signal.removeEventListener('abort', onAbort);
      if (!answer.ok) socket.destroy();
      resolve(answer);
    };
    const onAbort = () => settle(err(closing));
    const timer = clock.setTimer(connectMs, () => settle(err(`${url.host} did not answer within ${connectMs / 1_000} s`)));
    signal.addEventListener('abort', onAbort);
    socket.once(secure ? 'secureConnect' : 'connect', () => settle(ok(socket)));
    // Stays for the life of the socket: an error that nobody hears ends the process.
    socket.on('error', (error) => settle(err(whyNot(error, url.host))));
    socket.once('close', () => settle(err(`${url.host} closed the connection at once`)));
  });
}

const closing = 'the console is closing';

function whyNot(error: NodeJS.ErrnoException, host: string): string {
  const code = error.code ?? '';
  if (code === 'ECONNREFUSED') return `${host} refuses connections`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `the name ${host} is not found: no network, or a slip in the address`;
  if (/^E(NETUNREACH|HOSTUNREACH|NETDOWN|HOSTDOWN|ADDRNOTAVAIL)$/.test(code)) return `there is no way to ${host}: no network`;
  if (code === 'ETIMEDOUT') return `${host} did not answer`;
  if (/CERT|SIGNATURE|SELF_SIGNED|UNABLE_TO/.test(code)) return `the certificate of ${host} is not trusted (${code})`;
  return `no connection to ${host} (${code || error.message})`;
}
