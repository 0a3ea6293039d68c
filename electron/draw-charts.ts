/** `npm run charts`: draws the charts into ARCHITECTURE.md, between its two marks, from the machines themselves. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drawCharts } from '../shared/incident/charts/draw.ts';

const file = fileURLToPath(new URL('../ARCHITECTURE.md', import.meta.url));
const marks = /<!-- charts -->[\s\S]*<!-- \/charts -->/;

/** The document with today's charts between its marks. Throws where the marks are missing. */
export function withCharts(document: string): string {
  if (!marks.test(document)) throw new Error('ARCHITECTURE.md has no place for the charts: <!-- charts --> and <!-- /charts -->');
  const drawn = drawCharts().map(({ name, mermaid }) => `**${name}**\n\n\`\`\`mermaid\n${mermaid}\n\`\`\`\n`);
  return document.replace(marks, () => `<!-- charts -->\n\n${drawn.join('\n')}\n<!-- /charts -->`);
}

if (import.meta.main) {
  writeFileSync(file, withCharts(readFileSync(file, 'utf8')));
  process.stdout.write('ARCHITECTURE.md has the charts of today.\n');
}
