import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly gypfile?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lockFile = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const { packages } = JSON.parse(readFileSync(lockFile, 'utf8')) as { readonly packages: Readonly<Record<string, LockedPackage>> };

describe('npm ci on a bare machine', () => {
  test('compiles nothing: npm reads from the lock file alone that the database brings its native module along', () => {
    expect(packages['node_modules/better-sqlite3']?.gypfile).toBe(false);
  });

  test('finds every optional package of every platform in the lock file, which it otherwise refuses', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`]),
    );
    expect(missing).toEqual([]);
  });
});
