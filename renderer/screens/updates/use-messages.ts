/** The messages that are being written at this console, one open at a time; each change is kept before it is drawn. */
import { useCallback, useRef, useState } from 'react';
import type { DraftView } from '../../../shared/incident/promise-view.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Audience } from '../../../shared/vocabulary/words.ts';
import { keepMessages, readMessages } from './kept-messages.ts';
import { beginning, continuing, type Messages, newMessage, type Writing } from './writing.ts';

/** Drafts that may still be changed and sent. */
export const waitingDrafts = (view: IncidentView): readonly DraftView[] => view.drafts.filter(waits);

const waits = ({ state }: DraftView): boolean => state === 'drafted' || state === 'approved';

export interface OpenMessage {
  /** `new`, or the id of the draft that is open. */
  readonly key: string;
  readonly writing: Writing;
  /** Whether it has anything that neither the log nor the template has. */
  readonly standing: 'untouched' | 'changed';
  /** The draft in the log, whatever became of it. */
  readonly draft?: DraftView;
}

export interface MessagesHandle {
  readonly open: OpenMessage;
  readonly change: (change: (writing: Writing) => Writing) => void;
  /** Shows another one; what was typed in this one stays. */
  readonly show: (key: string) => void;
  /** Takes away what was typed: the draft reads as the log has it, a new message begins afresh. With `was`, only while nothing else was typed since. */
  readonly drop: (key: string, was?: Writing) => void;
  /** Opens a message with this in it. */
  readonly put: (key: string, writing: Writing) => void;
}

/** `to`: whom a new message is for, where the address says so. */
export function useMessages(view: IncidentView, to: readonly Audience[], first: string | undefined): MessagesHandle {
  const [messages, setMessages] = useState<Messages>(() => {
    const kept = readMessages(sessionStorage, view.id);
    return first === undefined ? kept : { ...kept, open: first };
  });
  const latest = useRef(messages);
  // Whom it is for is settled when it begins: a clock that falls due meanwhile does not change it.
  const [begun, setBegun] = useState(() => beginning(view, Date.now(), to));
  const open = openOf(view, messages, begun);
  const shown = useRef(open);
  shown.current = open;

  const set = useCallback(
    (next: Messages) => {
      latest.current = next;
      keepMessages(sessionStorage, view.id, next);
      setMessages(next);
    },
    [view.id],
  );
  const change = useCallback(
    (make: (writing: Writing) => Writing) => {
      const { key } = shown.current;
      // Two keys may come between two drawings: the second starts from what the first made.
      const writing = latest.current.changed[key] ?? shown.current.writing;
      set({ open: key, changed: { ...latest.current.changed, [key]: make(writing) } });
    },
    [set],
  );
  const show = useCallback((key: string) => set({ ...latest.current, open: key }), [set]);
  const drop = useCallback(
    (key: string, was?: Writing) => {
      const { [key]: dropped, ...changed } = latest.current.changed;
      if (was !== undefined && dropped !== undefined && dropped !== was) return;
      if (key === newMessage) setBegun(beginning(view, Date.now()));
      set({ ...latest.current, changed });
    },
    [set, view],
  );
  const put = useCallback(
    (key: string, writing: Writing) => set({ open: key, changed: { ...latest.current.changed, [key]: writing } }),
    [set],
  );
  return { open, change, show, drop, put };
}

function openOf(view: IncidentView, { open, changed }: Messages, begun: Writing): OpenMessage {
  const draft = view.drafts.find(({ id }) => id === open);
  const typed = changed[open];
  if (typed !== undefined) return { key: open, writing: typed, standing: 'changed', ...(draft === undefined ? {} : { draft }) };
  if (open === newMessage) return { key: newMessage, writing: begun, standing: 'untouched' };
  // A draft that went is no message any more, unless something typed hangs on it.
  if (draft === undefined || !waits(draft)) return openOf(view, { open: newMessage, changed }, begun);
  return { key: open, writing: continuing(draft, Date.now()), standing: 'untouched', draft };
}
