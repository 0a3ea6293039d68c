/** What can be done to the text, as a row of buttons: one stop for Tab, the arrow keys among them. */
import type { Command, EditorState } from 'prosemirror-state';
import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../../components/button/button.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { keyNames } from '../../../components/key-hint/chords.ts';
import styles from './editor.module.css';
import { linkAddress, sectionSchema } from './schema.ts';
import { linkChord, type TextAct, textActs } from './section-keys.ts';

interface ToolbarProps {
  /** Ids of what is in force, between blanks. */
  readonly on: string;
  readonly onAct: (act: TextAct) => void;
  readonly onLink: () => void;
}

export function Toolbar({ on, onAct, onLink }: ToolbarProps) {
  const [at, setAt] = useState(0);
  const inForce = new Set(on.split(' '));
  const count = textActs.length + 1;
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (at + step + count) % count;
    setAt(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div role="toolbar" aria-label="Text" className={styles.toolbar} onKeyDown={walk} tabIndex={-1}>
      {textActs.map((act, index) => (
        <button
          key={act.id}
          type="button"
          className={styles.tool}
          tabIndex={index === at ? 0 : -1}
          aria-label={act.says}
          aria-pressed={inForce.has(act.id)}
          title={act.chord === undefined ? act.says : `${act.says} (${keyNames(act.chord).join(' ')})`}
          onFocus={() => setAt(index)}
          onClick={() => onAct(act)}
        >
          <span aria-hidden="true">{act.sign}</span>
        </button>
      ))}
      <button
        type="button"
        className={styles.tool}
        tabIndex={at === count - 1 ? 0 : -1}
        aria-pressed={inForce.has('link')}
        title={`Link (${keyNames(linkChord).join(' ')})`}
        onFocus={() => setAt(count - 1)}
        onClick={onLink}
      >
        Link
      </button>
    </div>
  );
}

interface LinkFieldProps {
  readonly now: string;
  /** Undefined: leave it as it was. Empty: no link. */
  readonly onDone: (href: string | undefined) => void;
}

/** Asks for an address; an empty one takes the link away. */
export function LinkField({ now, onDone }: LinkFieldProps) {
  const [href, setHref] = useState(now);
  const [fault, setFault] = useState<string | undefined>();
  const done = () => {
    const wanted = href.trim();
    if (wanted !== '' && !linkAddress.test(wanted)) return setFault('A link begins with https://, http:// or mailto: and has no blanks.');
    onDone(wanted);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') done();
    else onDone(undefined);
  };
  return (
    <div className={styles.linking}>
      <TextField
        label="Address of the link; empty takes it away"
        value={href}
        onChange={setHref}
        fault={fault}
        onKeyDown={press}
        autoFocus
      />
      <Button onPress={done}>Set the link</Button>
    </div>
  );
}

const { link } = sectionSchema.marks;

/** The address under the caret or in the selection; empty where there is none. */
export function linkAt(state: EditorState): string {
  const { $from, from, to, empty } = state.selection;
  let href = '';
  if (empty) href = String(link.isInSet($from.marks())?.attrs.href ?? '');
  else
    state.doc.nodesBetween(from, to, (node) => {
      href ||= String(link.isInSet(node.marks)?.attrs.href ?? '');
    });
  return href;
}

/** Makes a link of the selection; where nothing is selected, of the address itself, or of the link that the caret is in. */
export const setLink =
  (href: string): Command =>
  (state, dispatch) => {
    const { from, to } = linkRange(state);
    const tr = state.tr;
    if (href === '') tr.removeMark(from, to, link);
    else if (from === to) tr.replaceSelectionWith(sectionSchema.text(href, [link.create({ href })]), false);
    else tr.removeMark(from, to, link).addMark(from, to, link.create({ href }));
    dispatch?.(tr.scrollIntoView());
    return true;
  };

function linkRange(state: EditorState): { readonly from: number; readonly to: number } {
  const { from, to, empty, $from } = state.selection;
  const mark = link.isInSet($from.marks());
  if (!empty || mark === undefined) return { from, to };
  const starts = $from.start();
  let range = { from, to };
  $from.parent.forEach((node, offset) => {
    const begin = starts + offset;
    if (mark.isInSet(node.marks) && begin <= from && from <= begin + node.nodeSize) range = { from: begin, to: begin + node.nodeSize };
  });
  return range;
}
