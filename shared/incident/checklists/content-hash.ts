/** The name of a list's content: a tick says which words it was about, whatever the playbook says later. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Checklist } from '../../playbook/schema.ts';

/**
 * Hex SHA-256 over what is read and done: key, title, mode and items in their order, as JSON in a fixed order of fields. When the
 * list is offered is no part of it.
 */
export function contentHash({ id, title, mode, items }: Omit<Checklist, 'when'>): string {
  const read = items.map(({ id: item, says, required }) => [item, says, required ?? null]);
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([id, title, mode, read]))));
}
