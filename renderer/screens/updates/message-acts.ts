/** What can be done with the open message now, with its keys, and why not what cannot: the buttons and the palette read this one list. */

import { samePerson } from '../../../shared/incident/people/presence.ts';
import { approvalEndsAt } from '../../../shared/incident/updates/approval.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { longestMessage } from './message-field.tsx';
import { approverFor, approverOf, listed } from './message-words.ts';
import type { OpenMessage } from './use-messages.ts';

export interface Act {
  readonly id: string;
  /** On the button, and in the palette. */
  readonly name: string;
  readonly chord: string;
  readonly look: 'main' | 'plain' | 'quiet';
  readonly unavailable?: string;
  readonly run: () => void;
}

interface ActsInput {
  readonly view: IncidentView;
  readonly self: string;
  readonly open: OpenMessage;
  readonly text: string;
  /** Names of the channels that are ticked; those that there are at all for these audiences. */
  readonly channels: { readonly chosen: readonly string[]; readonly known: number };
  /** Ms since epoch, UTC. */
  readonly now: number;
  readonly run: { readonly [act in 'send' | 'copy' | 'save' | 'approve' | 'file' | 'discard']: () => void };
}

/** In the order in which they stand below the message: first the one that the moment asks for, last what cannot be done. */
export function messageActs(input: ActsInput): readonly Act[] {
  const { open, run } = input;
  const lacking = whatLacks(input);
  const waitsFor = waitsForWord(input);
  const main = waitsFor === undefined ? (input.channels.chosen.length > 0 ? 'send' : 'copy') : 'save';
  const look = (id: string) => (id === main ? 'main' : 'plain');
  const kept = open.draft !== undefined && open.standing === 'untouched' ? `${open.draft.label} is kept as it stands.` : undefined;
  const save = waitsFor === undefined ? 'Keep as a draft' : `Ask ${waitsFor} to approve it`;
  const acts: readonly Act[] = [
    { id: 'send', name: sendName(input), chord: 'Mod+Enter', look: look('send'), ...not(lacking ?? noChannel(input)), run: run.send },
    { id: 'copy', name: 'Copy, and record as sent', chord: 'Alt+C', look: look('copy'), ...not(lacking), run: run.copy },
    ...approving(input),
    { id: 'save', name: save, chord: 'Mod+S', look: look('save'), ...not(lacking ?? kept), run: run.save },
    { id: 'file', name: 'Save as a file', chord: 'Alt+S', look: 'quiet', ...not(lacking), run: run.file },
    { id: 'discard', name: open.draft === undefined ? 'Start over' : 'Discard', chord: 'Alt+X', look: 'quiet', run: run.discard },
  ];
  const rank = ({ look, unavailable }: Act) => (look === 'main' ? 0 : unavailable === undefined ? 1 : 2);
  return acts.toSorted((a, b) => rank(a) - rank(b));
}

function whatLacks({ open, text }: ActsInput): string | undefined {
  if (open.writing.audiences.length === 0) return 'Tick whom it is for first.';
  if (text.trim() === '') return 'There is nothing to send yet.';
  return text.length > longestMessage ? 'It is too long for one message.' : undefined;
}

function sendName({ open, channels }: ActsInput): string {
  const { chosen } = channels;
  if (chosen.length === 0) return 'Send';
  return `Send to ${listed(open.writing.audiences)} over ${listed(chosen)}`;
}

function noChannel({ open, channels }: ActsInput): string | undefined {
  if (channels.chosen.length > 0) return undefined;
  if (channels.known > 0) return 'Tick a channel, or copy it.';
  return `No channel that is on reaches ${listed(open.writing.audiences)}: copy it, or set one up in the settings.`;
}

/** Whose word the message still needs, by name. */
export function waitsForWord({ view, self, open, now }: Pick<ActsInput, 'view' | 'self' | 'open' | 'now'>): string | undefined {
  const approver = approverFor(view, open.writing.audiences, self);
  const { draft, standing } = open;
  if (approver === undefined || draft === undefined || standing === 'changed') return approver;
  const settled = draft.state === 'approved' || now >= approvalEndsAt(view, draft);
  return settled ? undefined : approver;
}

function approving({ view, self, open, run }: ActsInput): readonly Act[] {
  const { draft } = open;
  const commander = view.roles.commander?.holder;
  const asked = draft !== undefined && draft.state === 'drafted' && approverOf(view, draft) !== undefined;
  if (!asked || !samePerson(view, commander, self)) return [];
  const changed = open.standing === 'changed' ? 'You changed it: keep it as a draft first, then approve what is kept.' : undefined;
  return [{ id: 'approve', name: `Approve ${draft.label}`, chord: 'Alt+A', look: 'plain', ...not(changed), run: run.approve }];
}

/** The reason, where there is one. */
const not = (unavailable: string | undefined): { readonly unavailable?: string } => (unavailable === undefined ? {} : { unavailable });
