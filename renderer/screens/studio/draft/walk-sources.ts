/** Arrow keys among the source buttons of a table, so that each of its rows needs no stop of its own on the way of Tab. */
import type { KeyboardEvent } from 'react';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** For the element around them. */
export function walkSources(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const here = event.target;
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || !(here instanceof HTMLElement) || !('source' in here.dataset))
    return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-source]')];
  const next = all[all.indexOf(here) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}
