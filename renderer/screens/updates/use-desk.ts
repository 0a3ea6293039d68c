/** Everything that the updates screen knows and can do, from what is typed, the log and the moment. */
import { type RefObject, useCallback, useDeferredValue, useMemo, useRef } from 'react';
import type { Unmet } from '../../../shared/incident/refusal.ts';
import { nextSentence } from '../../../shared/incident/updates/next-time.ts';
import { statusOfMessage } from '../../../shared/incident/updates/status-word.ts';
import { warningsOf } from '../../../shared/incident/updates/warnings.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Audience } from '../../../shared/vocabulary/words.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { saveDraft } from '../../bridge/take-out.ts';
import { useNowBy } from '../../bridge/use-now.ts';
import { messageActs } from './message-acts.ts';
import { goTo } from './message-field.tsx';
import { copiedText, fileNameOf } from './message-words.ts';
import { nextFieldId } from './next-field.tsx';
import { nextPlace, type Place } from './remarks.tsx';
import { reaching, useChannels } from './use-channels.ts';
import { useMessages } from './use-messages.ts';
import { useSending } from './use-sending.ts';
import { fittingOne, fromTemplate, settled, textOf, type Whole, wholeOf, withReplaced } from './whole-message.ts';
import { type Next, newMessage, nextAtOf, standOf, toggled, toggledChannel, withNext } from './writing.ts';

const minute = 60_000;

interface DeskInput {
  readonly view: IncidentView;
  readonly self: string;
  readonly to: readonly Audience[];
  readonly first: string | undefined;
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

export function useDesk({ view, self, to, first, field }: DeskInput) {
  const bridge = useBridge();
  const messages = useMessages(view, to, first);
  const { open, change, put, drop } = messages;
  const now = useNowBy(minute);
  const text = useMemo(() => textOf(open.writing, view, now), [open.writing, view, now]);
  const latest = useRef({ view, open });
  latest.current = { view, open };

  const whole = useCallback((): Whole => wholeOf(latest.current.open.writing, latest.current.view, Date.now()), []);
  const sending = useSending({ view, self, messages, whole });
  const status = statusOfMessage(view, open.writing.next.kind === 'final' ? 'last' : 'another');

  const toggle = useCallback((audience: Audience) => change((writing) => toggled(writing, audience)), [change]);
  const type = useCallback(
    (next: string) => change((writing) => ({ ...settled(writing, latest.current.view, Date.now()), text: next })),
    [change],
  );
  const setNext = useCallback((next: Next) => change((writing) => withNext(writing, next, latest.current.view, Date.now())), [change]);
  const choose = useCallback((template: string | undefined) => change((writing) => fromTemplate(writing, template)), [change]);
  const putBack = useCallback(() => change(withReplaced), [change]);
  const takeTheirs = useCallback(() => drop(latest.current.open.key), [drop]);
  const keepMine = useCallback(() => {
    const { draft } = latest.current.open;
    if (draft !== undefined) change((writing) => ({ ...writing, base: standOf(draft) }));
  }, [change]);
  const setApart = useCallback(() => {
    const { key, writing } = latest.current.open;
    const { base: _base, ...apart } = writing;
    drop(key);
    put(newMessage, apart);
  }, [drop, put]);
  /** Goes to a place in the text; the text then stays as it is, so that the place does. */
  const visit = useCallback(
    (place: Place) => {
      const { open: present, view: log } = latest.current;
      if (present.writing.text === undefined) change((writing) => settled(writing, log, Date.now()));
      requestAnimationFrame(() => goTo(field.current, place));
    },
    [change, field],
  );

  const focusMessage = useCallback(() => field.current?.focus(), [field]);
  const show = useCallback(
    (key: string) => {
      messages.show(key);
      focusMessage();
    },
    [messages.show, focusMessage],
  );
  const visitNext = useCallback(
    (places: readonly Place[]) => {
      const at = field.current;
      const caret = at === null ? { start: -1, end: -1 } : { start: at.selectionStart, end: at.selectionEnd };
      const place = nextPlace(places, document.activeElement === at ? caret : { start: -1, end: -1 });
      if (place !== undefined) visit(place);
    },
    [visit, field],
  );
  const known = useChannels();
  const channels = reaching(known, open.writing.audiences);
  const chosen = channels.filter(({ id }) => open.writing.without?.includes(id) !== true);
  const toggleChannel = useCallback((id: string) => change((writing) => toggledChannel(writing, id)), [change]);
  const settledText = useDeferredValue(text);
  const message = whole();
  const { nextAt } = message;
  const remarks = useMemo(
    () => warningsOf(view, { ...wholeOf(open.writing, view, now), text: settledText }, now),
    [view, open.writing, settledText, now],
  );
  const addNext = useCallback(() => {
    change((writing) => {
      const { view: log } = latest.current;
      const whole = settled(writing, log, Date.now());
      const at = nextAtOf(whole, log, Date.now());
      return at === undefined ? whole : { ...whole, text: `${whole.text?.trimEnd()}\n${nextSentence(log, at, Date.now())}` };
    });
  }, [change]);

  const { draft } = open;
  const acts = messageActs({
    view,
    self,
    open,
    text,
    channels: { chosen: chosen.map(({ name }) => name), known: channels.length },
    now: useNowBy(1000),
    run: {
      send: () => void sending.send({ kind: 'channels', channels: chosen }),
      copy: () => void sending.send({ kind: 'copy', text: copiedText(text, message.audiences, status, view.mode) }),
      save: () => void sending.save(),
      approve: () => draft !== undefined && void sending.approve(draft),
      file: () => {
        const name = fileNameOf(view, message.audiences, Date.now());
        const content = copiedText(text, message.audiences, status, view.mode);
        void saveDraft(bridge, name, 'text/plain', content).then((out) => out === 'taken' && sending.say({ says: `Saved as ${name}.` }));
      },
      discard: () => void sending.discard(),
    },
  });
  const remedyFor = (unmet: Unmet) => {
    if (unmet.requirement === 'nextTime')
      return { says: 'Say when the next one comes', run: () => document.getElementById(nextFieldId)?.focus() };
    const asks = unmet.remedy.kind === 'command' && unmet.remedy.type === 'update.draft';
    return asks ? { says: 'Keep it as a draft, which asks', run: () => void sending.save() } : undefined;
  };
  return {
    messages,
    sending,
    open,
    text,
    status,
    fits: fittingOne(open.writing, view, now),
    acts,
    channels,
    chosen,
    remarks,
    remedyFor,
    toggle,
    type,
    setNext,
    choose,
    takeTheirs,
    keepMine,
    setApart,
    putBack,
    toggleChannel,
    visit,
    visitNext,
    addNext: nextAt === undefined ? undefined : addNext,
    focusMessage,
    show,
  };
}

export type Desk = ReturnType<typeof useDesk>;
