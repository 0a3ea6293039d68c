/** The timeline of a draft: what happened, in the one order, with the bounds of outage and incident marked and every edit in a footnote. */
import { personName } from '../../incident/names.ts';
import type { ShownEntry } from '../../incident/timeline.ts';
import type { Amendment, IncidentView } from '../../incident/view.ts';
import { dayOf, zoneLabel } from '../../vocabulary/zoned-time.ts';
import type { Block, Statement, TimelineRow } from '../draft.ts';
import { note, notRecorded } from '../draft.ts';
import { dayText, type Moment, momentText, timeText } from '../when.ts';

/** Up to this many entries are all printed; of a longer log, the starred ones. */
const fewEntries = 80;

/** Records about the record: they have sections of their own, or are of no use to a reader. */
const bookkeeping = new Set([
  'incident.imported',
  'milestone.set',
  'postmortem.exported',
  'followUp.added',
  'followUp.amended',
  'person.joined',
]);

/** Going through a checklist is how people kept their heads, not what happened: it is told where somebody starred it. */
function isLeftOut({ item, starred }: ShownEntry): boolean {
  return bookkeeping.has(item.type) || (item.type.startsWith('checklist.') && !starred);
}

interface Mark {
  readonly says: string;
  readonly milestone: 'impactStart' | 'declared' | 'mitigated' | 'resolved';
  readonly mark: 'begin' | 'end';
}

/** The table, and notes on what it leaves out or cannot mark. */
export function timelineBlocks(view: IncidentView, entries: readonly ShownEntry[]): readonly Block[] {
  const told = entries.filter((entry) => !isLeftOut(entry) && entry.item.standing !== 'contested');
  const starred = told.filter((entry) => entry.starred);
  const printed = told.length > fewEntries && starred.length > 0 ? starred : told;
  const left = told.length - printed.length;
  const blocks: Block[] = [table(view, printed)];
  if (left > 0) blocks.push(note(`${left} of ${told.length} entries are not starred and are left out here. The log has all of them.`));
  for (const { says, milestone } of marksOf(view)) {
    if (typeof view.milestones[milestone]?.at !== 'number') blocks.push(note(`${says}: ${notRecorded}`, sourceOf(view, milestone)));
  }
  return blocks;
}

function marksOf(view: IncidentView): readonly Mark[] {
  const eased = view.mitigation?.relief === 'partial';
  return [
    { says: 'Outage begins', milestone: 'impactStart', mark: 'begin' },
    { says: 'Incident begins (declared)', milestone: 'declared', mark: 'begin' },
    { says: eased ? 'Outage eased (partly mitigated)' : 'Outage ends (mitigated)', milestone: 'mitigated', mark: 'end' },
    { says: 'Incident ends (resolved)', milestone: 'resolved', mark: 'end' },
  ];
}

function sourceOf(view: IncidentView, name: Mark['milestone']): readonly string[] {
  const event = view.milestones[name]?.event;
  return event === undefined ? [] : [event];
}

interface Line {
  readonly moment: Moment;
  /** Begins come before what happened at the same time, ends after it. */
  readonly rank: 0 | 1 | 2;
  readonly kind: string;
  readonly text: string;
  readonly who: string;
  readonly from: readonly string[];
  readonly footnotes: readonly Statement[];
  readonly mark?: 'begin' | 'end';
}

function table(view: IncidentView, entries: readonly ShownEntry[]): Block {
  const lines = [...markLines(view), ...entries.map((entry) => entryLine(view, entry))].sort(
    // The sort is stable: entries keep the order that they came in.
    (a, b) => a.moment.occurredAt - b.moment.occurredAt || a.rank - b.rank,
  );
  const local = zoneLabel(view.zone) !== 'UTC';
  const dated = crossesMidnight(lines, view.zone);
  const footnotes: (Statement & { number: number })[] = [];
  const rows = lines.map((line): TimelineRow => {
    const numbered = line.footnotes.map((footnote, index) => ({ ...footnote, number: footnotes.length + index + 1 }));
    footnotes.push(...numbered);
    const day = dayText(line.moment, view.zone);
    const times = [...(dated ? [day] : []), ...(local ? [timeText(line.moment, view.zone, day)] : []), timeText(line.moment, 'UTC', day)];
    return {
      cells: [...times, line.kind, line.text, line.who],
      ...(line.mark && { mark: line.mark }),
      notes: numbered.map(({ number }) => number),
      from: line.from,
    };
  });
  const place = zoneLabel(view.zone);
  const dates = dated ? [local ? `Date (${place})` : 'Date'] : [];
  return { type: 'timeline', columns: [...dates, ...(local ? [place] : []), 'UTC', 'Kind', 'What happened', 'Who'], rows, footnotes };
}

/** Whether the times alone could be mistaken: they lie on more than one day, in the zone or in UTC. */
function crossesMidnight(lines: readonly Line[], zone: string): boolean {
  const days = new Set<string>();
  for (const { moment } of lines) {
    days.add(dayText(moment, zone)).add(dayOf(moment.occurredAt, 'UTC'));
    if (moment.endAt !== undefined) days.add(dayOf(moment.endAt, zone)).add(dayOf(moment.endAt, 'UTC'));
    if (moment.precision === 'day') return true;
    if (days.size > 1) return true;
  }
  return false;
}

function markLines(view: IncidentView): readonly Line[] {
  return marksOf(view).flatMap(({ says, milestone, mark }): readonly Line[] => {
    const known = view.milestones[milestone];
    if (known === undefined || known.at === null) return [];
    const remark = known.note ?? known.reason;
    const text = remark === undefined ? says : `${says}: ${remark}`;
    const moment = { occurredAt: known.at, precision: known.precision };
    return [{ moment, rank: mark === 'begin' ? 0 : 2, kind: 'milestone', text, who: '', from: [known.event], footnotes: [], mark }];
  });
}

function entryLine(view: IncidentView, entry: ShownEntry): Line {
  const { occurredAt, endAt, precision, kind, text, corrections, item } = entry;
  return {
    moment: { occurredAt, precision, ...(endAt !== undefined && { endAt }) },
    rank: 1,
    kind,
    text,
    who: entry.byName ?? entry.actorRole ?? entry.actorName,
    from: [item.id, ...corrections.map((amendment) => amendment.event)],
    footnotes: [...corrections.map((amendment, index) => footnote(view, entry, amendment, index)), ...afterClosing(entry)],
  };
}

function afterClosing({ item }: ShownEntry): readonly Statement[] {
  return item.afterClosing ? [{ text: 'Written after the incident had ended.', from: [item.id] }] : [];
}

/** What an edit changed. Of a hidden text nothing is told, neither as it was nor as it was corrected. */
function footnote(view: IncidentView, entry: ShownEntry, amendment: Amendment, index: number): Statement {
  const before = entry.corrections.slice(0, index);
  const changes: string[] = [];
  if (amendment.text !== undefined && !entry.redacted) {
    const was = before.findLast((earlier) => earlier.text !== undefined)?.text ?? entry.original ?? '';
    changes.push(`it read “${was}”`);
  }
  if (amendment.kind !== undefined) changes.push('its kind was another');
  if (amendment.occurredAt !== undefined) {
    const earlier = before.findLast((other) => other.occurredAt !== undefined);
    const at = earlier?.occurredAt ?? entry.item.occurredAt;
    changes.push(`its time was ${momentText(at, earlier?.precision ?? (earlier ? 'exact' : entry.item.precision), view.zone)}`);
  }
  const what = amendment.redacted ? 'Text hidden' : 'Corrected';
  const head = `${what} ${momentText(amendment.recordedAt, 'minute', view.zone)} by ${personName(view, amendment.actor)}`;
  const told = changes.length > 0 ? `: ${changes.join('; ')}` : '';
  const why = amendment.reason === undefined ? '' : ` (${amendment.reason})`;
  return { text: `${head}${told}${why}.`, from: [amendment.event] };
}
