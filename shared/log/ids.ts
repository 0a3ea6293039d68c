/** Ids of events and streams: time-ordered ones for what people write, derived ones for what a file holds. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text is a lower-case UUID of RFC 9562. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/** UUIDv7: 48 bits of `now` (ms since epoch), the rest from `random`, which answers that many random bytes. */
export function uuidv7(now: number, random: (count: number) => Uint8Array): string {
  const bytes = new Uint8Array(16);
  bytes.set(random(10), 6);
  let left = Math.max(0, Math.floor(now));
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = left % 256;
    left = Math.floor(left / 256);
  }
  return asUuid(bytes, 7);
}

/** UUIDv8 derived from its parts: the same source gives the same id on every console. SHA-256 over `wheelhouse.id.1` and the parts, each with its length before it. */
export function uuidv8FromSource(...parts: readonly string[]): string {
  const framed = parts.map((part) => `${utf8ToBytes(part).length}:${part}`).join('');
  return asUuid(sha256(utf8ToBytes(`wheelhouse.id.1\n${framed}`)).slice(0, 16), 8);
}

function asUuid(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
