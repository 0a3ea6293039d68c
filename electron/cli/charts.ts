/** `charts`: the statecharts as Mermaid, for documents. */
import { drawCharts } from '../../shared/incident/charts/draw.ts';
import { print } from './print.ts';

/** Every chart under its name. */
export function charts(): void {
  for (const { name, mermaid } of drawCharts()) print(`### ${name}\n\n\`\`\`mermaid\n${mermaid}\n\`\`\`\n`);
}
