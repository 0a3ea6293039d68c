/** Events of checklists in plain words. */
import type { promiseEvents } from '../catalogue/promises.ts';
import { because, type EventWords } from '../event-words.ts';

export const checklistWords: EventWords<Extract<keyof typeof promiseEvents, `checklist.${string}`>> = {
  'checklist.opened': (body) => `Checklist opened: ${body.title}`,
  'checklist.itemTicked': (body) => `Done: ${body.says}${because(body.reason)}`,
  'checklist.itemSkipped': (body) => `Skipped: ${body.says}${because(body.reason)}`,
  'checklist.itemNotApplicable': (body) => `Does not apply: ${body.says}${because(body.reason)}`,
  'checklist.itemCleared': (body) => `Open again: ${body.says}${because(body.reason)}`,
};
