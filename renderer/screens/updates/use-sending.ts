/** What can be done with a message: kept as a draft, approved, sent, copied, discarded. A refusal is held with the way past it; nothing that was typed is lost. */
import { useCallback, useRef, useState } from 'react';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { WireEvent } from '../../../shared/api/wire.ts';
import type { CommandDraft } from '../../../shared/incident/commands.ts';
import type { DraftView } from '../../../shared/incident/promise-view.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { clockTime } from '../../../shared/vocabulary/zoned-time.ts';
import { useRunCommand } from '../../bridge/run-command.ts';
import { copyDraft } from '../../bridge/take-out.ts';
import { announce } from '../../components/live-region/announce.ts';
import { approverFor, listed } from './message-words.ts';
import type { MessagesHandle } from './use-messages.ts';
import type { Whole } from './whole-message.ts';
import { newMessage } from './writing.ts';

/** How it goes out: over channels of this console, or by hand, from the clipboard. */
export type SendWay =
  | { readonly kind: 'channels'; readonly channels: readonly { readonly id: string; readonly name: string }[] }
  | { readonly kind: 'copy'; readonly text: string };

/** What was done, and the way back where there is one. */
export interface Done {
  readonly says: string;
  readonly undo?: { readonly says: string; readonly run: () => void };
  /** A text for the clipboard that this browser has not got. */
  readonly byHand?: string;
}

export interface Failed {
  readonly error: ApiError;
  /** Does it again, with a reason to go past what is missing. */
  readonly again?: (reason: string) => void;
}

interface SendingInput {
  readonly view: IncidentView;
  readonly self: string;
  readonly messages: MessagesHandle;
  /** As of the moment of asking. */
  readonly whole: () => Whole;
}

export function useSending({ view, self, messages, whole }: SendingInput) {
  const { run } = useRunCommand(view.id);
  const [done, setDone] = useState<Done | undefined>();
  const [failed, setFailed] = useState<Failed | undefined>();
  const latest = useRef({ view, self, messages, whole });
  latest.current = { view, self, messages, whole };

  const finish = useCallback((outcome: Done) => {
    setFailed(undefined);
    setDone(outcome);
    announce(outcome.says);
  }, []);
  const attempt = useCallback(
    async (draft: CommandDraft, again?: (reason: string) => void): Promise<readonly WireEvent[] | undefined> => {
      setDone(undefined);
      const answer = await run(draft);
      if (answer.ok) return answer.value;
      setFailed({ error: answer.error, ...(again === undefined ? {} : { again }) });
      return undefined;
    },
    [run],
  );

  /** Answers the id of the draft that says what stands here; undefined when it could not be kept. */
  const keep = useCallback(async (): Promise<string | undefined> => {
    const { messages: now, whole: make } = latest.current;
    const { key, draft, standing, writing } = now.open;
    if (draft !== undefined && standing === 'untouched') return draft.id;
    const events = await attempt(
      draft === undefined ? { type: 'update.draft', ...spread(make()) } : { type: 'update.redraft', draft: draft.id, ...spread(make()) },
    );
    const id = draft?.id ?? events?.find(({ type }) => type === 'update.drafted')?.id;
    if (events === undefined || id === undefined) return undefined;
    now.drop(key, writing);
    if (now.open.key === key) now.show(id);
    return id;
  }, [attempt]);

  const save = useCallback(async () => {
    const { view: present, self: me, messages: now } = latest.current;
    const approver = approverFor(present, now.open.writing.audiences, me);
    const kept = await keep();
    if (kept !== undefined) finish({ says: approver === undefined ? 'Kept as a draft.' : `Kept as a draft: ${approver} is asked.` });
  }, [keep, finish]);

  const send = useCallback(
    async (way: SendWay, reason?: string) => {
      const { view: present, self: me, messages: now, whole: make } = latest.current;
      const message = make();
      const { key, draft, writing } = now.open;
      // What has to be approved is a draft first: the one who approves sees it, and the log knows since when it waits.
      const asked = approverFor(present, message.audiences, me) !== undefined;
      const id = asked ? await keep() : draft?.id;
      if (asked && id === undefined) return;
      const channels = way.kind === 'channels' ? way.channels.map((channel) => channel.id) : [];
      const events = await attempt(
        {
          type: 'update.send',
          ...spread(message),
          ...(id === undefined ? {} : { draft: id }),
          ...(channels.length === 0 ? {} : { channels }),
          ...(reason === undefined ? {} : { override: { reason } }),
        },
        (given) => void send(way, given),
      );
      if (events === undefined) return;
      now.drop(key, writing);
      now.show(newMessage);
      finish(await sentWords(way, message, events, present.zone));
    },
    [attempt, keep, finish],
  );

  const approve = useCallback(
    async (draft: DraftView, reason?: string) => {
      const override = reason === undefined ? {} : { override: { reason } };
      const events = await attempt({ type: 'update.approve', draft: draft.id, ...override }, (given) => void approve(draft, given));
      if (events !== undefined) finish({ says: `${draft.label} is approved.` });
    },
    [attempt, finish],
  );

  const discard = useCallback(async () => {
    const { key, draft, writing } = latest.current.messages.open;
    const message = latest.current.whole();
    if (draft !== undefined) {
      const events = await attempt({ type: 'update.discard', draft: draft.id });
      if (events === undefined) return;
    }
    latest.current.messages.drop(key);
    latest.current.messages.show(newMessage);
    const putBack = () => {
      setDone(undefined);
      // Without the draft that it began with: a draft that was discarded is written again as a message of its own.
      const { base: _base, ...apart } = writing;
      latest.current.messages.put(newMessage, { ...apart, text: message.text });
    };
    finish({
      says: draft === undefined ? 'The message is taken away.' : `${draft.label} is discarded.`,
      undo: { says: 'Put it back', run: putBack },
    });
  }, [attempt, finish]);

  const settle = useCallback(
    async (update: string, channel: string, outcome: 'arrived' | 'again' | 'dropped', says: string) => {
      const events = await attempt({ type: 'delivery.settle', update, channel, outcome });
      if (events !== undefined) finish({ says });
    },
    [attempt, finish],
  );

  const leave = useCallback(() => {
    setDone(undefined);
    setFailed(undefined);
  }, []);
  return { done, failed, save, send, approve, discard, settle, leave, say: finish };
}

export type Sending = ReturnType<typeof useSending>;

/** The command's own fields, as a mutable list is asked for. */
const spread = ({ audiences, ...rest }: Whole) => ({ audiences: [...audiences], ...rest });

async function sentWords(way: SendWay, message: Whole, events: readonly WireEvent[], zone: string): Promise<Done> {
  const sent = events.find(({ type }) => type === 'update.sent');
  const when = sent === undefined ? '' : ` at ${clockTime(sent.occurredAt, zone)}`;
  const to = listed(message.audiences);
  if (way.kind === 'channels') return { says: `Sent to ${to}${when}, over ${listed(way.channels.map(({ name }) => name))}.` };
  if ((await copyDraft(way.text)) === 'taken') return { says: `On the clipboard, and recorded as sent to ${to}${when}.` };
  return {
    says: `Recorded as sent to ${to}${when}. This browser gives the page no clipboard: copy the text below by hand.`,
    byHand: way.text,
  };
}
