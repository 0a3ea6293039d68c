/** A message out of a template: each slot filled from what the log knows now. What is not known stands in brackets, for a person to fill. */
import { type TemplateSlot, templatePieces } from '../../playbook/template-slots.ts';
import type { Audience, Phase } from '../../vocabulary/words.ts';
import { dayOf } from '../../vocabulary/zoned-time.ts';
import { intervalOf } from '../cadence-plan.ts';
import { personName } from '../names.ts';
import { commanderOf } from '../people/presence.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import { leversInForce } from '../situation/levers-in-force.ts';
import { moment } from '../situation/situation-lines.ts';
import type { IncidentView } from '../view.ts';
import { isRunning } from '../work/task-clocks.ts';

const minute = 60_000;
/** Promised times are said in whole steps, which a tired reader can keep in mind. */
const promiseStep = 5 * minute;

/** A place in the text that a person has to fill; `end` is behind its last letter, both in UTF-16 units. */
export interface Gap {
  /** The slot, or the name that no slot has. */
  readonly slot: string;
  readonly start: number;
  readonly end: number;
}

export interface FilledMessage {
  readonly text: string;
  readonly gaps: readonly Gap[];
}

/** When a message is written, and when the next one comes, both in ms since epoch, UTC. */
export interface MessageTimes {
  readonly now: number;
  /** Absent: the time is a gap. */
  readonly nextAt?: number;
}

/** What an unknown fact is called in its brackets. */
const unknown: Readonly<Record<TemplateSlot, string>> = {
  title: 'title',
  impact: 'what customers see',
  since: 'since when',
  status: 'where it stands',
  known: 'what is known for sure',
  doing: 'what is being done',
  tried: 'what was tried',
  workaround: 'how to get by',
  next: 'time of the next message',
  severity: 'severity',
  commander: 'commander',
  data: 'whether data was lost',
  mitigatedAt: 'since when it works again',
  reviewWhere: 'where the review can be read',
};

/** What stands in the text for a fact that nobody wrote down yet. */
const gapText = (slot: TemplateSlot): string => `[${unknown[slot]}: not known yet]`;
/** Finds such places in a text. */
export const gapPattern = /\[[^\][\n]*: not known yet\]/g;

/** The template's text with its slots filled; what comes from the log is text, and never read as a template again. */
export function fillTemplate(template: string, view: IncidentView, times: MessageTimes): FilledMessage {
  let text = '';
  const gaps: Gap[] = [];
  const gap = (slot: string, words: string): void => {
    gaps.push({ slot, start: text.length, end: text.length + words.length });
    text += words;
  };
  for (const piece of templatePieces(template)) {
    if (piece.type === 'words') text += piece.text;
    if (piece.type === 'strayBrace') text += piece.brace;
    if (piece.type === 'unknownSlot') gap(piece.name, `{${piece.name}}`);
    if (piece.type !== 'slot') continue;
    const fact = facts[piece.slot](view, times)?.trim();
    if (fact) text += fact;
    else gap(piece.slot, gapText(piece.slot));
  }
  return { text, gaps };
}

/** A next time to begin with: the shortest interval of those who are told, in whole steps; `undefined` where none of them has a clock. Ms since epoch, UTC. */
export function proposedNextAt(view: IncidentView, audiences: readonly Audience[], now: number): number | undefined {
  const intervals = audiences.flatMap((audience) => intervalOf(view, audience) ?? []);
  if (intervals.length === 0) return undefined;
  const latest = now + Math.min(...intervals);
  const stepped = Math.floor(latest / promiseStep) * promiseStep;
  return stepped > now ? stepped : latest;
}

/** A moment with its zone, and its day where that is not today's there. */
export function momentWithDay(view: Pick<IncidentView, 'zone'>, at: number, now: number): string {
  const day = dayOf(at, view.zone);
  return day === dayOf(now, view.zone) ? moment(view, at) : `${day} ${moment(view, at)}`;
}

const standing: Readonly<Partial<Record<Phase, string>>> = {
  triage: 'We are looking into it',
  investigating: 'We are looking into it',
  fixing: 'We are mending it',
  monitoring: 'It works again, and we are watching it',
  paused: 'It is watched, and we carry on with it later',
  resolved: 'It works again',
  review: 'It works again',
  closed: 'It works again',
};

type Fact = (view: IncidentView, times: MessageTimes) => string | undefined;

/** Data, the way to get by and the place of the review are in no event: a person knows them. */
const facts: Readonly<Record<TemplateSlot, Fact>> = {
  title: ({ title }) => title,
  impact: ({ impact }) => impact?.text,
  since: (view, { now }) => timeOf(view, now, view.milestones.impactStart?.at ?? view.milestones.detected?.at ?? view.declaredAt),
  status: (view) => {
    if (view.phase === 'monitoring' && view.mitigation?.relief === 'partial') return 'It works again in part, and we are watching it';
    return standing[view.phase === 'merged' ? (view.resumeTo ?? 'investigating') : view.phase];
  },
  known: ({ summary }) => summary?.text,
  doing: (view) => listed([...view.tasks.filter(isRunning).map(({ text }) => text), ...leversInForce(view).map(leverWords)]),
  tried: (view) => listed(view.levers.filter(({ state }) => state === 'reverted').map(leverWords)) ?? 'nothing so far',
  workaround: () => undefined,
  next: (view, { now, nextAt }) => timeOf(view, now, nextAt),
  severity: (view) => (view.severity === undefined ? undefined : assumedPlaybook(view).severities[view.severity].label),
  commander: (view) => {
    const commander = commanderOf(view);
    return commander === undefined ? undefined : personName(view, commander);
  },
  data: () => undefined,
  mitigatedAt: (view, { now }) => timeOf(view, now, view.milestones.mitigated?.at),
  reviewWhere: () => undefined,
};

function timeOf(view: IncidentView, now: number, at: number | null | undefined): string | undefined {
  return at === undefined || at === null ? undefined : momentWithDay(view, at, now);
}

const listed = (things: readonly string[]): string | undefined => (things.length === 0 ? undefined : things.join('; '));

const leverWords = ({ name, target }: IncidentView['levers'][number]): string => (target === undefined ? name : `${name} on ${target}`);
