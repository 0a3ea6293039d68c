/** A section as rich text. What is underneath is Markdown: it is told after each change, and taken in where it changed elsewhere. */
import 'prosemirror-view/style/prosemirror.css';
import { history } from 'prosemirror-history';
import { EditorState, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Finding } from '../../../../shared/postmortem/review/rule.ts';
import { useOutsideText } from '../../../components/use-outside-text.ts';
import styles from './editor.module.css';
import { type Find, findingBeside, findPlugin, foundIn, jumpToFinding, withMarks } from './finding-marks.ts';
import { documentOf } from './from-markdown.ts';
import { harmlessHtml } from './harmless-html.ts';
import { sectionKeys, type TextAct, textActs } from './section-keys.ts';
import { markdownOfDocument } from './to-markdown.ts';
import { LinkField, linkAt, setLink, Toolbar } from './toolbar.tsx';

export interface TextHandle {
  readonly focus: () => void;
  /** Selects the finding of this number, among those told last, and puts the focus into the text. */
  readonly jump: (index: number) => void;
  /** The number of the finding after the caret, or before it. */
  readonly beside: (step: 1 | -1) => number;
}

/** So long after the last key the text is looked at, ms. */
export const lookAfter = 250;

interface RichTextProps {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** A new one looks again. */
  readonly find: Find;
  readonly onFindings: (findings: readonly Finding[]) => void;
  readonly handle: RefObject<TextHandle | null>;
}

export function RichText({ label, text, onText, find, onFindings, handle }: RichTextProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const typed = useOutsideText(text, (outside) => {
    const editor = view.current;
    if (editor === undefined) return;
    const { tr, doc } = editor.state;
    editor.dispatch(tr.replaceWith(0, doc.content.size, documentOf(outside).content).setMeta('fromOutside', true));
  });
  const tell = useRef(onText);
  tell.current = onText;
  const [on, setOn] = useState('');
  const [linking, setLinking] = useState<'open' | 'closed'>('closed');

  // biome-ignore lint/correctness/useExhaustiveDependencies: the editor is made once; what changes is told to it below.
  useEffect(() => {
    const place = host.current;
    if (place === null) return undefined;
    const made = new EditorView(
      { mount: place },
      {
        state: stateOf(text, () => setLinking('open')),
        // Elsewhere the editor takes each Enter and Escape for itself.
        handleDOMEvents: {
          keydown: (_view, event) => event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)),
        },
        transformPastedHTML: harmlessHtml,
        attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, spellcheck: 'true' },
        dispatchTransaction: (transaction: Transaction) => {
          const next = made.state.apply(transaction);
          made.updateState(next);
          setOn(actsOn(next));
          if (!transaction.docChanged || transaction.getMeta('fromOutside') === true) return;
          const changed = markdownOfDocument(next.doc);
          typed(changed);
          tell.current(changed);
        },
      },
    );
    view.current = made;
    setOn(actsOn(made.state));
    return () => {
      view.current = undefined;
      made.destroy();
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is looked at again when it changed, in the form that the editor has it in.
  useEffect(() => {
    const timer = setTimeout(() => {
      const editor = view.current;
      if (editor === undefined) return;
      const { findings, marks } = foundIn(editor.state.doc, find);
      editor.dispatch(withMarks(editor.state, marks));
      onFindings(findings);
    }, lookAfter);
    return () => clearTimeout(timer);
  }, [find, onFindings, text]);

  useImperativeHandle(handle, () => ({
    focus: () => view.current?.focus(),
    jump: (index) => {
      const editor = view.current;
      if (editor !== undefined) jumpToFinding(editor, index);
    },
    beside: (step) => (view.current === undefined ? 0 : findingBeside(view.current.state, step)),
  }));

  const act = ({ command }: TextAct) => {
    const editor = view.current;
    if (editor === undefined) return;
    command(editor.state, editor.dispatch);
    editor.focus();
  };
  const closeLink = (href: string | undefined) => {
    setLinking('closed');
    const editor = view.current;
    if (editor === undefined) return;
    if (href !== undefined) setLink(href)(editor.state, editor.dispatch);
    editor.focus();
  };
  return (
    <div className={styles.rich}>
      <Toolbar on={on} onAct={act} onLink={() => setLinking('open')} />
      {linking === 'open' ? <LinkField now={view.current === undefined ? '' : linkAt(view.current.state)} onDone={closeLink} /> : null}
      <div ref={host} className={styles.text} dir="auto" />
    </div>
  );
}

const stateOf = (text: string, onLink: () => void): EditorState =>
  EditorState.create({ doc: documentOf(text), plugins: [history(), ...sectionKeys(onLink), findPlugin] });

/** The ids of the acts that are in force, as one text: the same text means that nothing need be drawn. */
const actsOn = (state: EditorState): string =>
  [...textActs.filter(({ on }) => on?.(state)).map(({ id }) => id), ...(linkAt(state) === '' ? [] : ['link'])].join(' ');
