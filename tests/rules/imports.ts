/** Checks who imports whom over every source file that git knows, and fails when it examined fewer files than there are. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { type Place, placeOf } from './places.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = ['shared', 'electron', 'renderer', 'tests'];
const source = /\.(ts|tsx|cjs|mjs|js)$/;

export interface ImportReport {
  readonly examined: number;
  readonly faults: readonly string[];
}

/** Every source file that git tracks, or would: the floor of what must be examined. */
export function sourceFiles(): readonly string[] {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...folders], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((path) => source.test(path) && existsSync(`${root}${path}`));
}

/** Examines the whole tree. */
export async function examineImports(files: readonly string[] = sourceFiles()): Promise<ImportReport> {
  const { output } = await cruise(
    [...files],
    {
      baseDir: root,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '[.](css|svg|woff|woff2)' },
      tsPreCompilationDeps: true,
      ruleSet: {
        forbidden: [{ name: 'no-circles', severity: 'error', from: { path: '^(shared|electron|renderer)/' }, to: { circular: true } }],
      },
      validate: true,
      enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
    },
    { extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'] },
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser answered text');
  return { examined: examinedOf(output, files), faults: [...unexamined(output, files), ...strays(output), ...circles(output)] };
}

function examinedOf(result: ICruiseResult, files: readonly string[]): number {
  const seen = new Set(result.modules.map((module) => module.source));
  return files.filter((file) => seen.has(file)).length;
}

function unexamined(result: ICruiseResult, files: readonly string[]): readonly string[] {
  const seen = new Set(result.modules.map((module) => module.source));
  return files.flatMap((file) => {
    if (!placeOf(file)) return [`${file} belongs to no place that tests/rules/places.ts knows`];
    return seen.has(file) ? [] : [`${file} was not examined`];
  });
}

/** Imports of a place that its row does not name. */
function strays(result: ICruiseResult): readonly string[] {
  return result.modules.flatMap((module) => {
    const place = placeOf(module.source);
    if (!place) return [];
    return module.dependencies.flatMap((dependency) => {
      const fault =
        dependency.couldNotResolve && dependency.module.startsWith('.')
          ? 'there is no such file'
          : faultOf(place, dependency.module, dependency.resolved);
      return fault ? [`${module.source} (${place.name}) may not import ${dependency.module}: ${fault}`] : [];
    });
  });
}

/** Why a file of this place may not import what it asked for, or undefined when it may. `resolved`: the path from the root of the project. */
export function faultOf(place: Place, asked: string, resolved: string): string | undefined {
  if (asked.startsWith('node:') || builtinModules.includes(asked)) return place.node === 'allowed' ? undefined : 'it touches the world';
  if (!asked.startsWith('.')) {
    const name = packageName(asked);
    return place.packages.test(name) ? undefined : `${name} is not one of its packages`;
  }
  if (/^(resources|dist)\/|\.json$/.test(resolved)) return undefined;
  const target = placeOf(resolved);
  if (!target) return `${resolved} belongs to no known place`;
  return target.name === place.name || place.sees.includes(target.name) ? undefined : `it does not see ${target.name}`;
}

function packageName(asked: string): string {
  return asked
    .split('/')
    .slice(0, asked.startsWith('@') ? 2 : 1)
    .join('/');
}

function circles(result: ICruiseResult): readonly string[] {
  return result.summary.violations.map(
    (violation) => `${violation.from} imports itself: ${(violation.cycle ?? []).map((step) => step.name).join(' → ')}`,
  );
}
