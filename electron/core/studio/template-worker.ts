/** The thread in which templates run: takes one task at a time, answers what the template made, and can be ended at any moment. */
import { parentPort } from 'node:worker_threads';
import { runTemplate } from './liquid-engine.ts';
import type { TemplateTask, WorkerSays } from './template-runner.ts';

const say = (message: WorkerSays): void => parentPort?.postMessage(message);

parentPort?.on('message', ({ template, data, limits }: TemplateTask) => {
  const ran = runTemplate(template, data, limits);
  say({ type: 'ran', ran });
});
say({ type: 'ready' });
