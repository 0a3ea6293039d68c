/** Slash commands for what is to be done after the incident: naming it, giving it to somebody, letting it go. */
import { ok, type Result } from '../../result.ts';
import { afterWord, type Cursor, faultAt, longestText, requiredText, restOf, wordAt } from './cursor.ts';
import { nameOf, readMention } from './names.ts';
import type { LineContext, LineFault } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand } from './reading.ts';
import { readDay } from './stated-time.ts';

type Reading = Result<CommandReading, LineFault>;

interface OwnerAndDay {
  readonly owner?: string;
  /** ISO date. */
  readonly due?: string;
  readonly next: Cursor;
}

/** An owner and a day, each once at most, in either order. */
function readOwnerAndDay(cursor: Cursor, context: LineContext): Result<OwnerAndDay, LineFault> {
  let found: OwnerAndDay = { next: cursor };
  for (let part = 0; part < 2; part += 1) {
    const mention = found.owner === undefined ? readMention(found.next, context) : ok(undefined);
    if (!mention.ok) return mention;
    if (mention.value !== undefined) {
      found = { ...found, owner: mention.value.person, next: mention.value.next };
      continue;
    }
    const day = found.due === undefined ? readDay(found.next, context) : ok(undefined);
    if (!day.ok) return day;
    if (day.value === undefined) break;
    found = { ...found, due: day.value.day, next: day.value.next };
  }
  return ok(found);
}

function detailsOf({ owner, due }: OwnerAndDay, context: LineContext): readonly string[] {
  return [...(owner === undefined ? [] : [`owner ${nameOf(owner, context)}`]), ...(due === undefined ? [] : [`due ${due}`])];
}

function readFollowUp({ cursor, context }: CommandInput): Reading {
  const given = readOwnerAndDay(cursor, context);
  if (!given.ok) return given;
  const { next, ...fields } = given.value;
  const text = requiredText(next, 'what is to be done', longestText);
  if (!text.ok) return text;
  return ok({ draft: { type: 'followUp.add', text: text.value, ...fields }, details: detailsOf(given.value, context) });
}

function readLabel(cursor: Cursor, context: LineContext): Result<{ readonly followUp: string; readonly next: Cursor }, LineFault> {
  const label = wordAt(cursor);
  const known = context.followUps ?? [];
  const found = known.find((followUp) => followUp.label === label.toLowerCase());
  if (found) return ok({ followUp: found.id, next: afterWord(cursor, label) });
  const expected =
    known.length === 0 ? 'a follow-up: there is none yet, /f adds one' : `one of ${known.map((followUp) => followUp.label).join(', ')}`;
  return faultAt(cursor, label === '' ? 'the label of a follow-up is missing' : `no follow-up is called ${label}`, expected);
}

function readOwning({ cursor, context }: CommandInput): Reading {
  const label = readLabel(cursor, context);
  if (!label.ok) return label;
  const given = readOwnerAndDay(label.value.next, context);
  if (!given.ok) return given;
  const { next, ...fields } = given.value;
  if (restOf(next) !== '') return faultAt(next, 'only an owner and a day belong here', 'the end of the line');
  if (fields.owner === undefined && fields.due === undefined)
    return faultAt(next, 'who does it, and until when?', '@owner and a day, such as @ada +3d');
  return ok({ draft: { type: 'followUp.amend', followUp: label.value.followUp, ...fields }, details: detailsOf(given.value, context) });
}

function readLettingGo({ cursor, context }: CommandInput): Reading {
  const label = readLabel(cursor, context);
  if (!label.ok) return label;
  const why = requiredText(label.value.next, 'why it will not be done', longestText);
  if (!why.ok) return why;
  return ok({ draft: { type: 'followUp.amend', followUp: label.value.followUp, wontDo: why.value } });
}

/** In the order in which F1 lists them. */
export const followUpCommands: readonly LineCommand[] = [
  {
    name: 'f',
    usage: '/f [@owner] [2026-12-01 | +3d | fri] text',
    says: 'a follow-up for after the incident',
    label: 'follow-up',
    sends: ['followUp.add'],
    takesTime: 'none',
    read: readFollowUp,
  },
  {
    name: 'own',
    usage: '/own f1 [@owner] [2026-12-01 | +3d | fri]',
    says: 'who does a follow-up, and until when',
    label: 'follow-up owner',
    sends: ['followUp.amend'],
    takesTime: 'none',
    read: readOwning,
  },
  {
    name: 'wontdo',
    usage: '/wontdo f1 reason',
    says: 'lets a follow-up go, with the reason',
    label: "won't do",
    sends: ['followUp.amend'],
    takesTime: 'none',
    read: readLettingGo,
  },
];
