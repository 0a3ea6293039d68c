/** The ids of the log: time-ordered ones for what is new, derived ones for what is imported, both plain UUIDs. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const latestTime = 2 ** 48 - 1;
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text is a UUID of RFC 9562, in the lower case that the log writes. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}

/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of `now`, ms since epoch, UTC, then randomness; `random(n)` answers n random bytes.
 * Throws RangeError for a time that 48 bits cannot hold.
 */
export function uuidv7(now: number, random: (count: number) => Uint8Array): string {
  const time = Math.floor(now);
  if (!(time >= 0 && time <= latestTime)) throw new RangeError(`no time for a UUIDv7: ${now}`);
  const bytes = new Uint8Array(16);
  for (let index = 5, left = time; index >= 0; index -= 1, left = Math.floor(left / 256)) bytes[index] = left % 256;
  bytes.set(random(10).subarray(0, 10), 6);
  return asUuid(bytes, 7);
}

/**
 * A UUIDv8 (RFC 9562, section 5.8) that the same parts give on every console, so that importing a thing twice adds nothing:
 * the first 16 bytes of SHA-256(`wheelhouse.id.1\n` ‖ UTF-8 of JSON.stringify(parts)), with version and variant bits set.
 * The JSON array keeps `('ab', 'c')` and `('a', 'bc')` apart.
 */
export function uuidv8FromSource(...parts: readonly string[]): string {
  return asUuid(sha256(utf8ToBytes(`wheelhouse.id.1\n${JSON.stringify(parts)}`)).slice(0, 16), 8);
}

/** Sets version and RFC variant, and writes the bytes as text. */
function asUuid(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
