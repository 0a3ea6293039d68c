/** Messages that were typed and not yet saved or sent, kept per incident: leaving, a reload or a core that went away lose none of them. */
import { type Audience, audiences } from '../../../shared/vocabulary/words.ts';
import { type Messages, type Next, newMessage, noMessages, type Stand, type Writing } from './writing.ts';

type Box = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type Found = Readonly<Record<string, unknown>>;

const keyOf = (incident: string) => `wheelhouse.messages.${incident}`;

/** The messages of an incident; none where there are none or they cannot be read. */
export function readMessages(box: Box, incident: string): Messages {
  try {
    const found = asFound(JSON.parse(box.getItem(keyOf(incident)) ?? 'null'));
    const changed = Object.entries(asFound(found.changed)).flatMap(([key, value]) => {
      const writing = asWriting(value);
      return writing === undefined ? [] : [[key, writing] as const];
    });
    return { open: typeof found.open === 'string' ? found.open : newMessage, changed: Object.fromEntries(changed) };
  } catch {
    return noMessages;
  }
}

/** Keeps them; a full or forbidden storage is no reason to stop a person from typing. */
export function keepMessages(box: Box, incident: string, messages: Messages): void {
  try {
    if (messages.open === newMessage && Object.keys(messages.changed).length === 0) box.removeItem(keyOf(incident));
    else box.setItem(keyOf(incident), JSON.stringify(messages));
  } catch {
    // The text is still on the screen.
  }
}

const asFound = (value: unknown): Found => (typeof value === 'object' && value !== null ? (value as Found) : {});
const asTime = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function asAudiences(value: unknown): readonly Audience[] {
  return Array.isArray(value) ? audiences.filter((audience) => value.includes(audience)) : [];
}

function asWriting(value: unknown): Writing | undefined {
  const found = asFound(value);
  if (!Array.isArray(found.audiences)) return undefined;
  const text = asText(found.text);
  const template = asText(found.template);
  const base = asStand(found.base);
  const named = asTime(found.named);
  const replaced = asText(found.replaced);
  const without = Array.isArray(found.without) ? found.without.filter((id): id is string => typeof id === 'string') : undefined;
  return {
    audiences: asAudiences(found.audiences),
    next: asNext(found.next),
    ...(text === undefined ? {} : { text }),
    ...(template === undefined ? {} : { template }),
    ...(base === undefined ? {} : { base }),
    ...(named === undefined ? {} : { named }),
    ...(replaced === undefined ? {} : { replaced }),
    ...(without === undefined ? {} : { without }),
  };
}

function asNext(value: unknown): Next {
  const { kind, at, typed } = asFound(value);
  const moment = asTime(at);
  if (kind === 'final') return { kind };
  if (kind === 'unsaid') return { kind, typed: asText(typed) ?? '' };
  return kind === 'at' && moment !== undefined ? { kind, at: moment, typed: asText(typed) ?? '' } : { kind: 'suggested' };
}

function asStand(value: unknown): Stand | undefined {
  const found = asFound(value);
  const text = asText(found.text);
  if (text === undefined) return undefined;
  const nextAt = asTime(found.nextAt);
  return { audiences: asAudiences(found.audiences), text, final: found.final === true, ...(nextAt === undefined ? {} : { nextAt }) };
}
