/** How the screens are built: one page without inline scripts, and the list of the only styles that libraries may inject at run time. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { contentSecurity } from './content-security.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

// Vite reads its configuration from the default export.
export default defineConfig(({ command }) => ({
  root: here,
  // Relative, so that the same files work under http://127.0.0.1 and under app://console.
  base: './',
  plugins: [react(), contentSecurity()],
  // What is made for browsers decodes `&lt;` by writing HTML into an element, which the policy forbids; the other one has a table.
  resolve: { alias: { 'decode-named-character-reference': `${here}../node_modules/decode-named-character-reference/index.js` } },
  css: { modules: { generateScopedName: command === 'build' ? '[hash:base64:6]' : '[name]-[local]' } },
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    modulePreload: { polyfill: false },
    manifest: true,
    sourcemap: false,
    // A data: URI would need a hole in the policy for fonts and images.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    // A chunk that two others share runs before the page's first module: what tells zod not to compile has to be in the chunk that zod is in.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'checks', test: /node_modules\/zod\/|renderer\/without-jit/ }] } } },
  },
}));
