/** The roles that a line may name: the built-in ones by the short forms that people type, and those of the playbook by id, short form or name. */
import { ok, type Result } from '../../result.ts';
import { type BuiltInRole, type RoleId, roleIds } from '../../vocabulary/words.ts';
import { afterWord, type Cursor, faultAt, moved, restOf, skipBlanks, wordAt } from './cursor.ts';
import { folded } from './names.ts';
import type { LineContext, LineFault } from './parsed-line.ts';

const aliases: Readonly<Record<string, BuiltInRole>> = {
  ic: 'commander',
  commander: 'commander',
  command: 'commander',
  dep: 'deputy',
  deputy: 'deputy',
  scribe: 'scribe',
  ops: 'ops',
  operations: 'ops',
  comms: 'comms',
  communications: 'comms',
  liaison: 'liaison',
  responder: 'responder',
  sme: 'responder',
  planning: 'planning',
  plan: 'planning',
  security: 'security',
  sec: 'security',
  legal: 'security',
  product: 'product',
  observer: 'observer',
  trainee: 'observer',
};

/** No role's name that a line can mean is longer than this many words. */
const longestName = 5;

interface ReadRole {
  readonly role: RoleId;
  readonly next: Cursor;
}

/**
 * Reads a role at the cursor: the playbook's id, then a short form of a built-in role, then a name or short name of the playbook's, of
 * several words too. An organisation that calls a role `legal` means its own. Errors: none there, or not one.
 */
export function readRole(cursor: Cursor, context: LineContext): Result<ReadRole, LineFault> {
  const listed = context.roles ?? [];
  const word = wordAt(cursor);
  const key = word.toLowerCase().replace(/[,:;.]$/, '');
  const builtIn = Object.hasOwn(aliases, key) ? aliases[key] : undefined;
  const role = listed.find(({ id }) => id === key)?.id ?? builtIn;
  if (role !== undefined) return ok({ role, next: afterWord(cursor, word) });
  const called = readCalled(cursor, listed);
  if (called !== undefined) return ok(called);
  return faultAt(cursor, word === '' ? 'a role is missing' : `${word} is not a role`, expectedRoles(listed));
}

function readCalled(cursor: Cursor, listed: NonNullable<LineContext['roles']>): ReadRole | undefined {
  const words = [...restOf(cursor).slice(0, 500).matchAll(/\S+/g)].slice(0, longestName);
  for (let count = words.length; count > 0; count -= 1) {
    const last = words[count - 1];
    const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
    const called = folded(
      restOf(cursor)
        .slice(0, end)
        .replace(/[,:;.]+$/, ''),
    );
    const [role, ...others] = listed.filter(({ id, name, short }) => [id, name, short].some((way) => folded(way) === called));
    if (called !== '' && role !== undefined && others.length === 0) return { role: role.id, next: skipBlanks(moved(cursor, end)) };
  }
  return undefined;
}

const builtIn = ['deputy', 'ops', 'comms', 'scribe', 'liaison', 'responder', 'planning', 'security', 'product'] as const;

function expectedRoles(listed: NonNullable<LineContext['roles']>): string {
  const own = listed.map(({ id }) => id).filter((id) => !isBuiltIn(id));
  return `a role: ${['ic', ...builtIn, ...own].join(', ')} or observer`;
}

const isBuiltIn = (role: RoleId): boolean => roleIds.some((one) => one === role);

/** A role in words, for a chip: an own one by the name that the playbook gives it. */
export function roleWords(role: RoleId, context: LineContext): string {
  if (role === 'commander') return 'incident commander';
  if (isBuiltIn(role)) return role;
  return context.roles?.find(({ id }) => id === role)?.name ?? role;
}
