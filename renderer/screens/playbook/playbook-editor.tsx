/** The text of a playbook in an editor. It stands in a shadow root: there its styles need no hole in the page's policy. */
import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import type { PlaybookFault } from '../../../shared/playbook/playbook-fault.ts';
import { editorExtensions, readOnly, writing } from './editor-extensions.ts';
import styles from './playbook-screen.module.css';

export interface EditorHandle {
  /** Puts the caret there, in sight, and the focus into the text. Line and column from 1. */
  readonly jump: (place: { readonly line: number; readonly column: number }) => void;
  /** Where the caret is. */
  readonly place: () => { readonly line: number; readonly column: number };
  readonly focus: () => void;
}

interface EditorProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly faults: readonly PlaybookFault[];
  readonly access: 'write' | 'read';
  readonly handle: RefObject<EditorHandle | null>;
}

export const editorLabel = 'Playbook, YAML. Tab indents; Escape, then Tab, leaves the text.';

export function PlaybookEditor({ text, onText, faults, access, handle }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const told = useRef({ text, onText });
  told.current.onText = onText;

  useEffect(() => {
    const place = host.current;
    if (place === null) return undefined;
    const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
    const extensions = editorExtensions(editorLabel, (changed) => {
      told.current.text = changed;
      told.current.onText(changed);
    });
    const made = new EditorView({ state: EditorState.create({ doc: told.current.text, extensions }), root, parent: root });
    view.current = made;
    return () => {
      view.current = undefined;
      made.destroy();
    };
  }, []);

  useEffect(() => {
    const editor = view.current;
    if (editor === undefined || text === told.current.text) return;
    told.current.text = text;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: text } });
  }, [text]);

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

  return <div ref={host} className={styles.editor} data-editor="playbook" />;
}

/** Faults are of the text as it was read a moment ago: a place beyond the end means the end. */
function offsetOf({ doc }: EditorState, { line, column }: { readonly line: number; readonly column: number }): number {
  const found = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return Math.min(found.from + Math.max(column, 1) - 1, found.to);
}
