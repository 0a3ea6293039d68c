#!/usr/bin/env node
/** The `wheelhouse` command. Works whatever Node starts it: the console itself runs on Node 24, which the package `node` brings along. */
'use strict';
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
/** Older ones cannot run TypeScript, and their Node-API is too old for the database. */
const needed = 24;

/** A Node that is new enough: this one, or the one in the package `node`. */
function newEnoughNode() {
  if (Number(process.versions.node.split('.')[0]) >= needed) return process.execPath;
  const brought = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(brought) ? brought : undefined;
}

/** The sources; or, where Node refuses to strip types inside `node_modules`, or the sources are not there, the build. */
function program() {
  const sources = join(root, 'electron/cli.ts');
  const built = join(root, 'dist/core/cli.js');
  const installed = __dirname.split(/[\\/]/).includes('node_modules');
  return !installed && existsSync(sources) ? sources : built;
}

const node = newEnoughNode();
if (node === undefined) {
  process.stderr.write(
    `wheelhouse needs Node ${needed} or newer, and this is ${process.version}. Run \`npm ci\` in ${root}, which brings one.\n`,
  );
  process.exit(1);
}
const child = spawn(node, [program(), ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  process.stderr.write(`wheelhouse: ${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  process.exitCode = code === null ? 128 + (require('node:os').constants.signals[signal] || 0) : code;
});
