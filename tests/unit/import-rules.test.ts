import { describe, expect, test } from 'vitest';
import { faultOf } from '../rules/imports.ts';
import { placeOf, places } from '../rules/places.ts';

/** Why the importing file may not, or undefined. */
function asked(from: string, module: string, resolved = module): string | undefined {
  const place = placeOf(from);
  if (!place) throw new Error(`${from} belongs to no place`);
  return faultOf(place, module, resolved);
}

describe('who may import whom', () => {
  test.each([
    ['the log sees no incident', 'shared/log/order.ts', '../incident/view.ts', 'shared/incident/view.ts'],
    ['an incident sees no postmortem', 'shared/incident/fold.ts', '../postmortem/draft.ts', 'shared/postmortem/draft.ts'],
    ['shared sees no disk', 'shared/log/chain.ts', 'node:fs', 'fs'],
    ['shared sees no disk under its old name either', 'shared/log/chain.ts', 'fs', 'fs'],
    ['the core sees no Electron', 'electron/core/desk/desk.ts', 'electron', 'node_modules/electron/index.js'],
    ['main does not reach into the core', 'electron/main/main.ts', '../core/desk/desk.ts', 'electron/core/desk/desk.ts'],
    ['main sees no incident', 'electron/main/main.ts', '../../shared/incident/fold.ts', 'shared/incident/fold.ts'],
    ['the renderer sees no core', 'renderer/main.tsx', '../electron/core/desk/desk.ts', 'electron/core/desk/desk.ts'],
    ['nobody sees the renderer', 'electron/main/main.ts', '../../renderer/main.tsx', 'renderer/main.tsx'],
    ['the preload sees no disk', 'electron/preload/preload.ts', 'node:fs', 'fs'],
    ['a file of no known place is not imported', 'renderer/main.tsx', '../attic/old.ts', 'attic/old.ts'],
  ])('%s', (_says, from, module, resolved) => {
    expect(asked(from, module, resolved)).toBeDefined();
  });

  test.each([
    ['the log sees words', 'shared/log/event.ts', '../vocabulary/words.ts', 'shared/vocabulary/words.ts'],
    ['an incident sees its log', 'shared/incident/fold.ts', '../log/order.ts', 'shared/log/order.ts'],
    [
      'main sees the words that the core speaks',
      'electron/main/core.ts',
      '../core/server/port-protocol.ts',
      'electron/core/server/port-protocol.ts',
    ],
    ['the core sees its database', 'electron/core/store/sqlite.ts', 'better-sqlite3', 'node_modules/better-sqlite3/lib/index.js'],
  ])('%s', (_says, from, module, resolved) => {
    expect(asked(from, module, resolved)).toBeUndefined();
  });

  test('every row names only rows that exist', () => {
    const names = places.map((place) => place.name);
    expect(places.flatMap((place) => place.sees).filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
