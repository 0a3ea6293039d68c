import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What the linter, with the project's own configuration, says of one file in that place. */
function lint(path: string, code: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'wheelhouse-lint-'));
  try {
    for (const file of ['biome.json', 'tests/rules/pure-shared.grit']) cpSync(join(root, file), join(folder, file));
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), `export const example = ${code};\n`);
    const run = spawnSync(join(root, 'node_modules/.bin/biome'), ['lint', '--vcs-enabled=false', path], { cwd: folder, encoding: 'utf8' });
    expect(run.stdout + run.stderr).toContain('Checked 1 file');
    return run.stdout + run.stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the clock and randomness are passed in to shared/', () => {
  test.each(['Date.now()', 'new Date()', 'new Date', 'Date()', 'Math.random()', '[3, 1].map(Date.now)'])('%s is refused', (code) => {
    expect(lint('shared/incident/example.ts', code)).toContain('shared/ is pure');
  });

  test('a Date made of a number that was passed in is let through', () => {
    expect(lint('shared/incident/example.ts', '(at: number) => new Date(at).toISOString()')).not.toContain('shared/ is pure');
  });

  test('the rule ends where shared/ ends', () => {
    expect(lint('electron/core/example.ts', 'Date.now()')).not.toContain('shared/ is pure');
  });
});
