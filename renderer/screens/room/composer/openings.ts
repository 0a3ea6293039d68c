/** What a line brings up, in words. */
import type { Opening } from '../../../../shared/incident/log-line/parsed-line.ts';
import { clockTime, zoneLabel } from '../../../../shared/vocabulary/zoned-time.ts';

const screens = {
  export: 'the draft of the postmortem',
  board: 'the board of hypotheses',
  rollCall: 'the roll call',
  levers: 'the levers',
  due: 'everything that will fall due',
  merge: 'the incidents into which this one may go',
  checklist: 'the checklists',
  triage: 'the questions about how bad it is',
  help: 'whom to call',
  directory: 'the directory',
  playbook: 'the playbook',
  updates: 'the updates',
  followUps: 'the follow-ups of all incidents',
  meeting: 'the review meeting',
  before: 'what happened before',
  library: 'the library',
} as const;

/** A thing that comes up, to be put behind "Opens:". Times are shown in the incident's zone. */
export function openingWords(opening: Opening, zone: string): string {
  if (opening.kind === 'fill') return 'a report of conditions, actions and needs';
  if (opening.kind === 'copy') return 'the brief for somebody who joins';
  if (opening.screen === 'knownAt') return `what the log knew at ${clockTime(opening.at, zone)} ${zoneLabel(zone)}`;
  return screens[opening.screen];
}
