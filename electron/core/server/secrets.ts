/** Tokens: how they are made, kept (only ever as hashes) and compared. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new secret of 256 random bits, safe in an address and in a header. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Hex SHA-256 of a secret: what is written to disk. A 256-bit random secret needs no slow hash. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** Whether a secret has this hash, in a time that does not depend on where they differ. */
export function secretMatches(secret: string, hash: string): boolean {
  const given = Buffer.from(secretHash(secret), 'hex');
  const kept = Buffer.from(hash, 'hex');
  return given.length === kept.length && timingSafeEqual(given, kept);
}
