/** Slash commands for what is to be done after the incident: naming it, giving it to somebody, saying how far it has come, letting it go. */
import { ok, type Result } from '../../result.ts';
import { type FollowUpKind, type FollowUpState, followUpKinds } from '../../vocabulary/words.ts';
import { commandSchemas } from '../commands.ts';
import { followUpStandingWords } from '../follow-up-standing.ts';
import { afterWord, type Cursor, faultAt, longestText, requiredText, restOf, wordAt } from './cursor.ts';
import { nameOf, readMention } from './names.ts';
import type { LineContext, LineFault } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand } from './reading.ts';
import { readDay } from './stated-time.ts';

type Reading = Result<CommandReading, LineFault>;

interface FollowUpFields {
  readonly owner?: string;
  /** ISO date. */
  readonly due?: string;
  readonly kind?: FollowUpKind;
}

type Part = FollowUpFields & { readonly next: Cursor };

const expectedKind = `one of ${followUpKinds.map((kind) => `#${kind}`).join(', ')}`;

function readOwner(cursor: Cursor, context: LineContext): Result<Part | undefined, LineFault> {
  const mention = readMention(cursor, context);
  if (!mention.ok) return mention;
  return ok(mention.value && { owner: mention.value.person, next: mention.value.next });
}

function readDue(cursor: Cursor, context: LineContext): Result<Part | undefined, LineFault> {
  const day = readDay(cursor, context);
  if (!day.ok) return day;
  return ok(day.value && { due: day.value.day, next: day.value.next });
}

/** `#detect`. Another word behind the sign is a word of the text: `#412` is a ticket. */
function readKind(cursor: Cursor): Result<Part | undefined, LineFault> {
  const word = wordAt(cursor);
  const kind = followUpKinds.find((one) => word.toLowerCase() === `#${one}`);
  return ok(kind && { kind, next: afterWord(cursor, word) });
}

/** An owner, a day and a kind, each once at most, in any order. */
function readFields(cursor: Cursor, context: LineContext): Result<Part, LineFault> {
  let found: Part = { next: cursor };
  for (let turn = 0; turn < 3; turn += 1) {
    const readers = [
      ...(found.owner === undefined ? [readOwner] : []),
      ...(found.due === undefined ? [readDue] : []),
      ...(found.kind === undefined ? [readKind] : []),
    ];
    for (const read of readers) {
      const part = read(found.next, context);
      if (!part.ok) return part;
      if (part.value !== undefined) found = { ...found, ...part.value };
    }
  }
  return ok(found);
}

function detailsOf({ owner, due, kind }: FollowUpFields, context: LineContext): readonly string[] {
  return [
    ...(kind === undefined ? [] : [kind]),
    ...(owner === undefined ? [] : [`owner ${nameOf(owner, context)}`]),
    ...(due === undefined ? [] : [`due ${due}`]),
  ];
}

function readFollowUp({ cursor, context }: CommandInput): Reading {
  const given = readFields(cursor, context);
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
  const given = readFields(label.value.next, context);
  if (!given.ok) return given;
  const { next, ...fields } = given.value;
  if (restOf(next) !== '') {
    if (wordAt(next).startsWith('#')) return faultAt(next, `${wordAt(next)} is not a kind of follow-up`, expectedKind);
    return faultAt(next, 'only an owner, a day and a kind belong here', 'the end of the line');
  }
  if (Object.keys(fields).length === 0) return faultAt(next, 'who does it, and until when?', '@owner and a day, such as @ada +3d');
  return ok({ draft: { type: 'followUp.amend', followUp: label.value.followUp, ...fields }, details: detailsOf(given.value, context) });
}

function readLettingGo({ cursor, context }: CommandInput): Reading {
  const label = readLabel(cursor, context);
  if (!label.ok) return label;
  const why = requiredText(label.value.next, 'why it will not be done', longestText);
  if (!why.ok) return why;
  return ok({ draft: { type: 'followUp.amend', followUp: label.value.followUp, wontDo: why.value } });
}

/** How far it has come, which takes up again what was let go. */
function moving(name: string, state: FollowUpState, says: string): LineCommand {
  const read = ({ cursor, context }: CommandInput): Reading => {
    const label = readLabel(cursor, context);
    if (!label.ok) return label;
    if (restOf(label.value.next) !== '') return faultAt(label.value.next, `/${name} takes a follow-up and no more`, 'the end of the line');
    return ok({ draft: { type: 'followUp.amend', followUp: label.value.followUp, state } });
  };
  const label = `follow-up ${followUpStandingWords[state]}`;
  return { name, usage: `/${name} f1`, says, label, sends: ['followUp.amend'], takesTime: 'none', read };
}

const linkSchema = commandSchemas['followUp.amend'].shape.link;

function readLink({ cursor, context }: CommandInput): Reading {
  const label = readLabel(cursor, context);
  if (!label.ok) return label;
  const { followUp, next } = label.value;
  const word = wordAt(next);
  const link = linkSchema.safeParse(word);
  const expected = 'an address that begins with https:// or http://';
  if (word === '' || !link.success) return faultAt(next, word === '' ? 'the link is missing' : 'this is no link', expected);
  const end = afterWord(next, word);
  if (restOf(end) !== '') return faultAt(end, '/link takes one link and no more', 'the end of the line');
  return ok({ draft: { type: 'followUp.amend', followUp, link: word }, details: [word] });
}

/** In the order in which F1 lists them. */
export const followUpCommands: readonly LineCommand[] = [
  {
    name: 'f',
    usage: '/f [#prevent | #mitigate | #detect | #process] [@owner] [2026-12-01 | +3d | fri] text',
    says: 'a follow-up for after the incident',
    label: 'follow-up',
    sends: ['followUp.add'],
    takesTime: 'none',
    read: readFollowUp,
  },
  {
    name: 'own',
    usage: '/own f1 [@owner] [2026-12-01 | +3d | fri] [#kind]',
    says: 'who does a follow-up, until when, and of which kind it is',
    label: 'follow-up owner',
    sends: ['followUp.amend'],
    takesTime: 'none',
    read: readOwning,
  },
  moving('started', 'started', 'work on a follow-up has begun'),
  moving('done', 'done', 'a follow-up is done'),
  {
    name: 'link',
    usage: '/link f1 https://…',
    says: 'where a follow-up is tracked elsewhere',
    label: 'follow-up link',
    sends: ['followUp.amend'],
    takesTime: 'none',
    read: readLink,
  },
  moving('todo', 'open', 'a follow-up is to be done after all'),
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
