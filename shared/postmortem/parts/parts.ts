/** The parts that a template may place: what this console makes of the log, each under a name. */
import { metricRows } from '../metrics/metric-words.ts';
import { chartPart } from './chart-part.ts';
import { contextParts } from './context-parts.ts';
import { courseParts } from './course-parts.ts';
import type { Part, Parts } from './part.ts';
import { peopleParts } from './people-parts.ts';
import { onTheRecord, standingNotes, supportingMaterial } from './record-sections.ts';
import { thinkingParts } from './thinking-parts.ts';
import { timelineBlocks } from './timeline-block.ts';
import { updateParts } from './update-parts.ts';
import { about, actionItems, detection, impact, resolution, summary, tagged } from './usual-parts.ts';
import { workParts } from './work-parts.ts';

const usualParts: Parts = {
  standing: { says: 'Whether it was a drill, written afterwards, an example or incomplete.', blocks: ({ view }) => standingNotes(view) },
  about: { says: 'Incident, date, authors, status, severity, type and labels.', blocks: ({ view }) => [about(view)] },
  summary: { says: 'The last "what we know".', blocks: summary },
  impact: { says: 'Customer impact as it was described, and when it began and ended.', blocks: impact },
  detection: {
    says: 'When and by whom it was found, how long after impact began, and the first signs in the log.',
    blocks: ({ view, entries, metrics }) => detection(view, entries, metrics.impactToDetect),
  },
  resolution: {
    says: 'The evidence of the mitigation, and starred actions and decisions up to the end.',
    blocks: ({ view, entries }) => resolution(view, entries),
  },
  'follow-ups': { says: 'The follow-ups as a table: kind, owner, due, state.', blocks: ({ view }) => actionItems(view) },
  timeline: {
    says: 'The timeline: all of it, or the starred entries of a long one.',
    blocks: ({ view, entries }) => timelineBlocks(view, entries),
  },
  supporting: { says: 'Sources and links.', blocks: ({ view }) => supportingMaterial(view) },
  metrics: {
    says: 'Times from impact to each milestone, updates and, for a live incident, promises, command, phases, timeboxes and person-hours.',
    blocks: ({ metrics }) => [{ type: 'facts', rows: metricRows(metrics).map((row) => ({ ...row, from: [] })) }],
  },
  chart: chartPart,
  record: { says: 'What is disputed, overridden or not understood in the record.', blocks: ({ view }) => onTheRecord(view) },
  tagged: {
    says: 'Entries with one of some tags: `tags: "lucky"` or `tags: "misled, surprise"`, under a line `intro: "…"`.',
    blocks: ({ entries }, { tags, intro }) =>
      tagged(
        typeof intro === 'string' ? intro : 'Tagged in the log:',
        entries,
        String(tags ?? '')
          .split(',')
          .map((tag) => tag.trim()),
      ),
  },
};

export const parts: Parts = {
  ...usualParts,
  ...courseParts,
  ...peopleParts,
  ...thinkingParts,
  ...workParts,
  ...updateParts,
  ...contextParts,
};

/** The part of that name. */
export function partNamed(name: string): Part | undefined {
  return Object.hasOwn(parts, name) ? parts[name] : undefined;
}
