/** A file's text in an editor, with its faults. It stands in a shadow root: there its styles need no hole in the page's policy. */
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import type { TextFault } from '../fault-list/fault-list.tsx';
import { useOutsideText } from '../use-outside-text.ts';
import styles from './text-editor.module.css';
import { readOnly, textExtensions, writing } from './text-extensions.ts';

export interface EditorHandle {
  /** Puts the caret there, in sight, and the focus into the text. Line and column from 1. */
  readonly jump: (place: { readonly line: number; readonly column: number }) => void;
  /** Where the caret is. */
  readonly place: () => { readonly line: number; readonly column: number };
  readonly focus: () => void;
}

interface EditorProps {
  /** For whoever cannot see it: what it is, and how one leaves it. */
  readonly label: string;
  /** What is special about its language; read once. */
  readonly language: Extension;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly faults: readonly TextFault[];
  readonly access: 'write' | 'read';
  readonly handle: RefObject<EditorHandle | null>;
}

export function TextEditor({ label, language, text, onText, faults, access, handle }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const made = useRef({ text, label, language });
  const typed = useOutsideText(text, (outside) => {
    const editor = view.current;
    editor?.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: outside } });
  });
  const tell = useRef(onText);
  tell.current = onText;

  useEffect(() => {
    const place = host.current;
    if (place === null) return undefined;
    const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
    const extensions = textExtensions(made.current.label, made.current.language, (changed) => {
      typed(changed);
      tell.current(changed);
    });
    const editor = new EditorView({ state: EditorState.create({ doc: made.current.text, extensions }), root, parent: root });
    view.current = editor;
    return () => {
      view.current = undefined;
      editor.destroy();
    };
  }, [typed]);

  useEffect(() => {
    view.current?.dispatch({ effects: writing.reconfigure(access === 'read' ? readOnly : []) });
  }, [access]);

  useEffect(() => {
    const editor = view.current;
    if (editor === undefined) return;
    const diagnostics = faults.map((fault) => {
      const from = offsetOf(editor.state, fault);
      const to = Math.max(from, editor.state.doc.lineAt(from).to);
      return { from, to, severity: 'error' as const, message: fault.message };
    });
    editor.dispatch(setDiagnostics(editor.state, diagnostics));
  }, [faults]);

  useImperativeHandle(handle, () => ({
    jump: (place) => {
      const editor = view.current;
      if (editor === undefined) return;
      const at = offsetOf(editor.state, place);
      editor.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      editor.focus();
    },
    place: () => {
      const editor = view.current;
      if (editor === undefined) return { line: 1, column: 1 };
      const { head } = editor.state.selection.main;
      const line = editor.state.doc.lineAt(head);
      return { line: line.number, column: head - line.from + 1 };
    },
    focus: () => view.current?.focus(),
  }));

  return <div ref={host} className={styles.editor} data-editor="text" />;
}

/** Faults are of the text as it was read a moment ago: a place beyond the end means the end. */
function offsetOf({ doc }: EditorState, { line, column }: { readonly line: number; readonly column: number }): number {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(found.from + Math.max(column, 1) - 1, found.to);
}
