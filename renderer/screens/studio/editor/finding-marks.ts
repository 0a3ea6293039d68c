/** What the blameless review finds in a text that is being written, underlined where it stands. */
import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import type { Finding } from '../../../../shared/postmortem/review/rule.ts';

/** Looks at a text, plain or Markdown. */
export type Find = (text: string) => readonly Finding[];

export interface FoundMarks {
  readonly findings: readonly Finding[];
  readonly marks: DecorationSet;
}

/** What begins a quotation in Markdown: in one, people are quoted and not told what to say. */
const quoting = '> ';

/** The findings of a document, each under its words. Code is not looked at. */
export function foundIn(document: Node, find: Find): FoundMarks {
  const findings: Finding[] = [];
  const marks: Decoration[] = [];
  document.descendants((node, position, parent) => {
    if (!node.isTextblock || node.type.spec.code === true) return;
    const before = parent?.type.name === 'blockquote' ? quoting : '';
    const text = node.textBetween(0, node.content.size, undefined, '\n');
    for (const finding of find(before + text)) {
      const begin = position + 1 - before.length;
      findings.push(finding);
      marks.push(Decoration.inline(begin + finding.start, begin + finding.end, { class: 'finding', 'data-level': finding.level }));
    }
  });
  return { findings, marks: DecorationSet.create(document, marks) };
}

const key = new PluginKey<DecorationSet>('findings');

/** Holds the underlines, which move with the text until they are made anew. */
export const findPlugin: Plugin<DecorationSet> = new Plugin<DecorationSet>({
  key,
  state: {
    init: () => DecorationSet.empty,
    apply: (transaction: Transaction, before) => {
      const fresh = transaction.getMeta(key) as DecorationSet | undefined;
      return fresh ?? before.map(transaction.mapping, transaction.doc);
    },
  },
  props: { decorations: (state) => key.getState(state) },
});

/** Underlines these, and no others. */
export const withMarks = (state: EditorState, marks: DecorationSet): Transaction => state.tr.setMeta(key, marks);

const placesIn = (state: EditorState) =>
  (key.getState(state)?.find() ?? []).toSorted((one, other) => one.from - other.from || one.to - other.to);

/** Selects the finding of this number and brings it into sight. */
export function jumpToFinding(editor: EditorView, index: number): void {
  const place = placesIn(editor.state)[index];
  if (place !== undefined) {
    const selection = TextSelection.create(editor.state.doc, place.from, place.to);
    editor.dispatch(editor.state.tr.setSelection(selection).scrollIntoView());
  }
  editor.focus();
}

/** The number of the finding that comes after the caret, or before it; round the end. */
export function findingBeside(state: EditorState, step: 1 | -1): number {
  const places = placesIn(state);
  const { from } = state.selection;
  const next = step === 1 ? places.findIndex((place) => place.from > from) : places.findLastIndex((place) => place.from < from);
  if (next !== -1) return next;
  return step === 1 ? 0 : places.length - 1;
}
