/** Builds everything that is shipped into `dist/`: main process, preload, core and command line, renderer. `node electron/build.ts [--into FOLDER] [part…]` builds some of it, or elsewhere. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build, type InlineConfig } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path: string) => `${root}${path}`;
const { positionals, values } = parseArgs({ allowPositionals: true, options: { into: { type: 'string', default: 'dist' } } });
const into = (folder: string) => resolve(root, values.into, folder);

/** What each shipped program is, and how far its runtime has got: Electron's own processes and its Node, or the Node of the command line. */
const parts: Readonly<Record<string, InlineConfig>> = {
  main: nodeProgram({ outDir: 'main', entries: { main: 'electron/main/main.ts' }, format: 'es' }),
  // Alone and CommonJS: a sandboxed preload can load neither ECMAScript modules nor a chunk shared with others.
  preload: nodeProgram({ outDir: 'preload', entries: { preload: 'electron/preload/preload.ts' }, format: 'cjs' }),
  core: nodeProgram({
    outDir: 'core',
    entries: {
      'core-process': 'electron/core/server/core-process.ts',
      cli: 'electron/cli.ts',
      'template-worker': 'electron/core/studio/template-worker.ts',
    },
    format: 'es',
  }),
  renderer: { configFile: at('renderer/vite.config.ts'), logLevel: 'warn', build: { outDir: into('renderer') } },
};

interface NodeProgram {
  readonly outDir: string;
  readonly entries: Readonly<Record<string, string>>;
  readonly format: 'es' | 'cjs';
}

/** A program for Node: all its packages in the file, except Electron, the database's native module and the WebAssembly that draws pictures, which are found at run time. */
function nodeProgram(program: NodeProgram): InlineConfig {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3', 'canvaskit-wasm'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: into(program.outDir),
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(program.entries).map(([name, path]) => [name, at(path)])),
        output: {
          format: program.format,
          entryFileNames: program.format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  };
}

const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
const started = performance.now();
for (const name of wanted) {
  const config = parts[name];
  if (!config) throw new Error(`no part is called ${name}; there are ${Object.keys(parts).join(', ')}`);
  if (config.configFile && !existsSync(config.configFile)) throw new Error(`${config.configFile} is missing`);
}
await Promise.all(wanted.map((name) => build(parts[name])));
process.stdout.write(`built ${wanted.join(', ')} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
