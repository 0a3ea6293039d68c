/** The keys of the rich editor and what they do; the toolbar shows the same. Tab is not among them: it leaves the text. */
import { baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { MarkType, NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import type { Command, EditorState, Plugin } from 'prosemirror-state';
import { sectionSchema } from './schema.ts';

const { nodes, marks } = sectionSchema;

/** Something that is done to the selection. */
export interface TextAct {
  readonly id: string;
  readonly says: string;
  /** What stands on the button. */
  readonly sign: string;
  /** As chords are written everywhere. */
  readonly chord?: string;
  readonly command: Command;
  /** Whether it is in force where the caret is; absent for what only happens. */
  readonly on?: (state: EditorState) => boolean;
}

const within =
  (type: NodeType, attrs: Readonly<Record<string, unknown>> = {}) =>
  (state: EditorState) => {
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      const node = $from.node(depth);
      if (node.type === type) return Object.entries(attrs).every(([name, value]) => node.attrs[name] === value);
    }
    return false;
  };

const marked = (type: MarkType) => (state: EditorState) => {
  const { from, $from, to, empty } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
};

/** Makes a block of a type, or an ordinary paragraph again. */
const block =
  (type: NodeType, attrs?: Readonly<Record<string, unknown>>): Command =>
  (state, dispatch) =>
    within(type, attrs)(state) ? setBlockType(nodes.paragraph)(state, dispatch) : setBlockType(type, attrs)(state, dispatch);

const list =
  (type: NodeType): Command =>
  (state, dispatch) =>
    within(type)(state) ? liftListItem(nodes.list_item)(state, dispatch) : wrapInList(type)(state, dispatch);

const quote: Command = (state, dispatch) =>
  within(nodes.blockquote)(state) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch);

/** In the order of the toolbar. */
export const textActs: readonly TextAct[] = [
  { id: 'strong', says: 'Bold', sign: 'B', chord: 'Mod+B', command: toggleMark(marks.strong), on: marked(marks.strong) },
  { id: 'em', says: 'Italic', sign: 'I', chord: 'Mod+I', command: toggleMark(marks.em), on: marked(marks.em) },
  { id: 'code', says: 'Code', sign: '<>', chord: 'Alt+1', command: toggleMark(marks.code), on: marked(marks.code) },
  {
    id: 'heading',
    says: 'Heading',
    sign: 'H',
    chord: 'Alt+2',
    command: block(nodes.heading, { level: 2 }),
    on: within(nodes.heading, { level: 2 }),
  },
  {
    id: 'subheading',
    says: 'Smaller heading',
    sign: 'h',
    chord: 'Alt+3',
    command: block(nodes.heading, { level: 3 }),
    on: within(nodes.heading, { level: 3 }),
  },
  { id: 'bullets', says: 'List', sign: '•', chord: 'Alt+4', command: list(nodes.bullet_list), on: within(nodes.bullet_list) },
  {
    id: 'numbers',
    says: 'Numbered list, 1.',
    sign: '1.',
    chord: 'Alt+5',
    command: list(nodes.ordered_list),
    on: within(nodes.ordered_list),
  },
  { id: 'quote', says: 'Quotation', sign: '“', chord: 'Alt+6', command: quote, on: within(nodes.blockquote) },
  { id: 'block', says: 'Block of code', sign: '{}', chord: 'Alt+7', command: block(nodes.code_block), on: within(nodes.code_block) },
];

export const linkChord = 'Alt+8';

/** `Mod+B` as the keymap wants it: `Mod-b`. */
const keyOf = (chord: string): string =>
  chord.replace(/\+([A-Z])$/, (_, letter: string) => `-${letter.toLowerCase()}`).replaceAll('+', '-');

const newLine: Command = (state, dispatch) => {
  if (dispatch) dispatch(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

/** What is typed at a line's beginning: `## `, `- `, `1. `, `> ` and three backticks. */
function typedForms(): Plugin {
  return inputRules({
    rules: [
      textblockTypeInputRule(/^(#{1,3})\s$/, nodes.heading, (match) => ({ level: Math.max(2, (match[1] ?? '').length) })),
      wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
      wrappingInputRule(/^(\d{1,4})\.\s$/, nodes.ordered_list, (match) => ({ start: Number(match[1]) })),
      wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
      textblockTypeInputRule(/^```$/, nodes.code_block),
    ],
  });
}

/** The editor's keys; `Mod+Enter`, `Mod+S` and `Escape` are left to the screen. */
export function sectionKeys(onLink: () => void): readonly Plugin[] {
  const acts = Object.fromEntries(textActs.flatMap(({ chord, command }) => (chord === undefined ? [] : [[keyOf(chord), command]])));
  const { 'Mod-Enter': _saves, ...base } = baseKeymap;
  return [
    typedForms(),
    keymap({
      ...acts,
      [keyOf(linkChord)]: () => {
        onLink();
        return true;
      },
      'Mod-z': undo,
      'Mod-Shift-z': redo,
      'Mod-y': redo,
      Enter: splitListItem(nodes.list_item),
      'Mod-]': sinkListItem(nodes.list_item),
      'Mod-[': liftListItem(nodes.list_item),
      'Shift-Enter': chainCommands(exitCode, newLine),
    }),
    keymap(base),
  ];
}
