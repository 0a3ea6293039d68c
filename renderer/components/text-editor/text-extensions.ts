/** How a file's text is edited: in the console's colours, with faults in the margin, and a Tab that can leave. */
import { completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { HighlightStyle, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
/** Whether it may be changed; reconfigured when it is known who looks. */
export const writing = new Compartment();

/** For somebody who may read only. */
export const readOnly: Extension = EditorState.readOnly.of(true);

/** Everything the editor is made of; `onText` is told of each change. */
export function textExtensions(label: string, language: Extension, onText: (text: string) => void): Extension {
  return [
    lineNumbers(),
    lintGutter(),
    history(),
    language,
    indentUnit.of('  '),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    syntaxHighlighting(colours),
    // Completion takes Escape first; the next one frees Tab.
    keymap.of([...completionKeymap, { key: 'Escape', run: freeTab }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    writing.of([]),
    EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0', spellcheck: 'false', autocapitalize: 'off' }),
    EditorView.updateListener.of(({ docChanged, state, view }) => {
      if (!docChanged) return;
      view.setTabFocusMode(false);
      onText(state.doc.toString());
    }),
    EditorView.domEventHandlers({ beforeinput: typedOver }),
    look,
  ];
}

/** A letter over a selection of several lines: the browser would merge the lines with styles of its own, which the policy forbids. */
function typedOver(event: InputEvent, view: EditorView): boolean {
  const { selection, readOnly: fixed } = view.state;
  if (event.inputType !== 'insertText' || event.data === null || event.isComposing || selection.main.empty || fixed) return false;
  view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
  return true;
}

/** After Escape, Tab goes on to what follows the editor, until something is typed. */
function freeTab(view: EditorView): boolean {
  view.setTabFocusMode(true);
  return true;
}

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--color-accent)' },
  { tag: [tags.comment, tags.meta], color: 'var(--color-quiet)', fontStyle: 'italic' },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: 'var(--color-quiet)' },
]);

const square = { content: '"■"', color: 'var(--color-red)' };

/** The console's tokens reach into the shadow of the page. Images of the library's own are taken away: the policy lets none in. */
const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--color-text)', backgroundColor: 'var(--color-sunken)', fontSize: 'var(--type-small)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: 'var(--leading-small)' },
  '.cm-content': { caretColor: 'var(--color-text)' },
  '.cm-content ::selection, .cm-line::selection': { backgroundColor: 'var(--color-accent)', color: 'var(--color-on-accent)' },
  '.cm-gutters': { backgroundColor: 'var(--color-ground)', color: 'var(--color-quiet)', borderRight: '1px solid var(--color-line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--color-hover)' },
  '.cm-activeLineGutter': { color: 'var(--color-text)' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 2px' },
  '.cm-lint-marker-error': { content: 'normal', width: 'auto', height: 'auto' },
  '.cm-lint-marker-error::before': square,
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--color-red)',
    textUnderlineOffset: '3px',
  },
  '.cm-lintPoint-error::after': { borderBottomColor: 'var(--color-red)' },
  '.cm-tooltip': {
    maxWidth: 'min(28rem, 90vw)',
    border: '1px solid var(--color-edge)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--color-raised)',
    color: 'var(--color-text)',
  },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--color-red)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px', lineHeight: 'var(--leading-small)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--color-accent)', color: 'var(--color-on-accent)' },
  '.cm-completionInfo': { padding: '4px 8px', fontFamily: 'var(--font-text)' },
});
