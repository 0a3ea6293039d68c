/** A build step that names, by hash, the styles that React Aria injects at run time, so that the content security policy can allow these and no others. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** Files of react-aria that put a `<style>` into the page: touch handling of every pressable, and scroll locking on phones. */
const injecting = ['interactions/usePress.mjs', 'overlays/usePreventScroll.mjs'];

/** The exact texts of the styles that the installed react-aria injects; throws when a file no longer looks as expected, so that an upgrade cannot pass unseen. */
export function injectedStyles(): readonly string[] {
  const root = dirname(createRequire(import.meta.url).resolve('react-aria/package.json'));
  return injecting.map((file) => {
    const source = readFileSync(join(root, 'dist/private', file), 'utf8');
    const text = /style\.textContent = `([^`]*)`\.trim\(\)/.exec(source)?.[1];
    if (text === undefined) throw new Error(`react-aria's ${file} injects its style in another way than it used to`);
    return text
      .replaceAll(/\$\{([\w$]+)\}/g, (_whole, name: string) => {
        const at = source.indexOf(`const ${name} = '`);
        const value = at < 0 ? undefined : /'([^']*)'/.exec(source.slice(at))?.[1];
        if (value === undefined) throw new Error(`react-aria's ${file} uses ${name}, whose value was not found`);
        return value;
      })
      .trim();
  });
}

/** Sources for `style-src`: `'sha256-…'` without the quotes. */
export function styleHashes(): readonly string[] {
  return injectedStyles().map((text) => `sha256-${createHash('sha256').update(text).digest('base64')}`);
}

/** Writes `content-security.json` (`{ "styleHashes": ["sha256-…"] }`) beside the page; the server and the desktop shell read it. */
export function contentSecurity(): Plugin {
  return {
    name: 'wheelhouse-content-security',
    apply: 'build',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: 'content-security.json',
        source: `${JSON.stringify({ styleHashes: styleHashes() }, null, 2)}\n`,
      });
    },
  };
}
