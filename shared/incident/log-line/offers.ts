/** The things that a line may name where it wants a name, for completion. */
import type { LineContext, LineThing } from './parsed-line.ts';
import type { LineCommand, LineForm, Named } from './reading.ts';

/** One thing as a line names it. */
export interface Offer {
  /** What is typed: `t4`, `drain`, `inc-7`. */
  readonly label: string;
  readonly text: string;
}

/** The things of a kind that stand as the command wants them, in the order in which they came. */
export function offersOf({ of, states }: Named, context: LineContext): readonly Offer[] {
  const fits = (state: string): boolean => states === undefined || states.includes(state);
  if (of === 'levers') {
    return (context.levers ?? []).filter(({ state }) => fits(state)).map(({ lever, name }) => ({ label: lever, text: name }));
  }
  if (of === 'incidents') return (context.incidents ?? []).map(({ label, title }) => ({ label, text: title }));
  if (of === 'types') return (context.types ?? []).map(({ id, name }) => ({ label: id, text: name }));
  if (of === 'roles') return (context.roles ?? []).map(({ id, name }) => ({ label: id === 'commander' ? 'ic' : id, text: name }));
  if (of === 'labels') return (context.labels?.known ?? []).map((label) => ({ label, text: hasLabel(label, context) }));
  if (of === 'checklists') return (context.checklists?.lists ?? []).map(({ list, title }) => ({ label: list, text: title }));
  if (of === 'items') {
    const items = (context.checklists?.current?.items ?? []).map(({ says, state }, at) => ({ label: String(at + 1), text: says, state }));
    return items.filter(({ state }) => fits(state)).map(({ label, text }) => ({ label, text }));
  }
  if (of === 'deliveries') return (context.deliveries ?? []).map(({ id, name }) => ({ label: id, text: name }));
  const things: readonly LineThing[] = context[of] ?? [];
  return things.filter(({ state }) => fits(state)).map(({ label, text }) => ({ label, text }));
}

const hasLabel = (label: string, context: LineContext): string => (context.labels?.here.includes(label) ? 'it has this one' : '');

/** The form of a command that this word begins, where it has one; `+10` is that of `+5`. */
export function formOf(row: LineCommand, word: string): LineForm | undefined {
  const wanted = /^\+\d/.test(word) ? '+5' : word;
  return row.forms?.find((form) => form.word === wanted);
}
