/** Telling one playbook from another by its rules. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Playbook } from './schema.ts';

/** What an incident pins: the rules. Whom to call is the directory's, where each card can be erased; a pinned copy could not. */
export function rulesOf(playbook: Playbook): Playbook {
  return { ...playbook, directory: [] };
}

/** Hex SHA-256 of the rules, whatever the order of their keys: two texts that mean the same have one hash. */
export function playbookHash(playbook: Playbook): string {
  return bytesToHex(sha256(utf8ToBytes(sortedJson(rulesOf(playbook)))));
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
