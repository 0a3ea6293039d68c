/** Slash commands that write something down: entries, the summary, the impact, milestones, links and people. */
import { ok, type Result } from '../../result.ts';
import type { MilestoneName } from '../../vocabulary/words.ts';
import { faultAt, longestLine, longestText, optionalText, requiredText, restOf } from './cursor.ts';
import type { LineFault, StatedTime } from './parsed-line.ts';
import type { CommandInput, CommandReading, LineCommand } from './reading.ts';

type Reading = Result<CommandReading, LineFault>;

/** A note that a tag picks out. */
function readTagged(tag: 'change' | 'misled', what: string): (input: CommandInput) => Reading {
  return ({ cursor, time }) => {
    const text = requiredText(cursor, what, longestText);
    return text.ok ? ok({ draft: { type: 'entry.add', kind: 'note', text: text.value, tags: [tag], ...time } }) : text;
  };
}

function readSummary({ cursor }: CommandInput): Reading {
  const text = requiredText(cursor, 'what is known for sure', longestText);
  return text.ok ? ok({ draft: { type: 'summary.set', text: text.value } }) : text;
}

function readImpact(input: CommandInput): Reading {
  const { cursor, time } = input;
  if (time === undefined) {
    const text = requiredText(cursor, 'what customers see, or @ and when it began', longestText);
    return text.ok ? ok({ draft: { type: 'impact.describe', text: text.value } }) : text;
  }
  if (restOf(cursor) !== '') return faultAt(cursor, 'when the impact began and what it is are two lines', 'the end of the line');
  return ok({ draft: milestone('impactStart', time), label: 'impact began' });
}

function readDetected({ cursor, time }: CommandInput): Reading {
  if (time === undefined) return faultAt(cursor, 'when it was detected is missing', 'a time, such as @02:10');
  const reason = optionalText(cursor, 'the reason');
  if (!reason.ok) return reason;
  return ok({ draft: { ...milestone('detected', time), ...(reason.value === undefined ? {} : { reason: reason.value }) } });
}

function milestone(name: MilestoneName, time: StatedTime) {
  return { type: 'milestone.set', name, at: time.occurredAt, precision: time.precision } as const;
}

function readTitle({ cursor }: CommandInput): Reading {
  const title = requiredText(cursor, 'the title', longestLine);
  return title.ok ? ok({ draft: { type: 'incident.amend', title: title.value } }) : title;
}

function readLink(place: 'call' | 'chat'): (input: CommandInput) => Reading {
  return ({ cursor }) => {
    const link = requiredText(cursor, `the ${place}'s number, address or name`, longestLine);
    return link.ok ? ok({ draft: { type: 'incident.amend', links: { [place]: link.value } } }) : link;
  };
}

/** A telephone number or an address at the end is how to reach them; the rest is the name. */
function readNewcomer(kind: 'person' | 'team'): (input: CommandInput) => Reading {
  return ({ cursor }) => {
    const whole = requiredText(cursor, 'a name', longestLine);
    if (!whole.ok) return whole;
    const contact = /\s(\+?\d[\d\s()/.-]{3,}|\S+@\S+|\S+:\/\/\S+)$/.exec(whole.value);
    const name = contact === null ? whole.value : whole.value.slice(0, contact.index).trim();
    const reached = contact?.[1]?.trim();
    return ok({
      draft: { type: 'person.add', name, ...(reached === undefined ? {} : { contact: reached }), ...(kind === 'team' ? { kind } : {}) },
      details: reached === undefined ? [name] : [name, reached],
    });
  };
}

/** In the order in which F1 lists them. */
export const entryCommands: readonly LineCommand[] = [
  {
    name: 'changed',
    usage: '/changed [@02:21] text',
    says: 'a recent change: a deploy, a flag, a setting',
    label: 'recent change',
    sends: ['entry.add'],
    takesTime: 'period',
    read: readTagged('change', 'what changed'),
  },
  {
    name: 'misled',
    usage: '/misled text',
    says: 'what led us astray: a graph, an alert, a page',
    label: 'misled by',
    sends: ['entry.add'],
    takesTime: 'period',
    read: readTagged('misled', 'what misled'),
  },
  {
    name: 's',
    usage: '/s text',
    says: 'the summary: what is known for sure',
    label: 'summary',
    sends: ['summary.set'],
    takesTime: 'none',
    read: readSummary,
  },
  {
    name: 'impact',
    usage: '/impact text | /impact @01:20',
    says: 'what customers see, or when it began',
    label: 'impact',
    sends: ['impact.describe', 'milestone.set'],
    takesTime: 'estimate',
    read: readImpact,
  },
  {
    name: 'detected',
    usage: '/detected @02:10 [reason]',
    says: 'when somebody or something first noticed',
    label: 'detected',
    sends: ['milestone.set'],
    takesTime: 'estimate',
    read: readDetected,
  },
  {
    name: 'title',
    usage: '/title text',
    says: 'a better title',
    label: 'title',
    sends: ['incident.amend'],
    takesTime: 'none',
    read: readTitle,
  },
  {
    name: 'call',
    usage: '/call number or link',
    says: 'where people talk',
    label: 'call',
    sends: ['incident.amend'],
    takesTime: 'none',
    read: readLink('call'),
  },
  {
    name: 'chat',
    usage: '/chat channel or link',
    says: 'where people write',
    label: 'chat',
    sends: ['incident.amend'],
    takesTime: 'none',
    read: readLink('chat'),
  },
  {
    name: 'person',
    usage: '/person Ada Lovelace [+49 30 1234]',
    says: 'somebody who takes part, and how to reach them',
    label: 'add person',
    sends: ['person.add'],
    takesTime: 'none',
    read: readNewcomer('person'),
  },
  {
    name: 'team',
    usage: '/team Network [+49 30 1234]',
    says: 'a team that may be asked, and how to reach it',
    label: 'add team',
    sends: ['person.add'],
    takesTime: 'none',
    read: readNewcomer('team'),
  },
];
