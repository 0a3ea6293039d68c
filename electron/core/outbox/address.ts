/** What may stand as a channel's address. */
import { isIP } from 'node:net';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';

/** `https` anywhere, `http` only within this machine: what people write about an outage crosses no network in the open. */
export function readAddress(text: string): Result<URL, string> {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return err('is no address. It looks like https://host/path');
  if (url.username !== '' || url.password !== '')
    return err('holds a user or a password. Take them out; a webhook is signed with its secret instead');
  if (url.protocol === 'https:') return ok(url);
  if (url.protocol === 'http:' && isLoopback(hostOf(url))) return ok(url);
  return err('has to begin with https://. Plain http is for this machine alone, such as http://127.0.0.1:9000');
}

/** The name or number to connect to: an IPv6 number without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

function isLoopback(host: string): boolean {
  if (isIP(host) === 4) return host.startsWith('127.');
  return host === 'localhost' || host === '::1';
}
