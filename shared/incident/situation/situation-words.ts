/** Events of situation in plain words, for the timeline and the drafts. */
import type { Tempo } from '../../vocabulary/words.ts';
import type { situationEvents } from '../catalogue/situation.ts';
import { because, type EventWords } from '../event-words.ts';
import { personName } from '../names.ts';
import type { IncidentView } from '../view.ts';

/** How fast an incident is worked on, as people say it. */
export const tempoWords: Readonly<Record<Tempo, string>> = {
  normal: 'normal',
  long: 'long incident: slower updates, relief planned',
  marathon: 'marathon: shifts, food and rest planned',
};

const questionOf = (view: IncidentView, id: string): string => view.questions.find((question) => question.id === id)?.label ?? 'a question';
const workstreamOf = (view: IncidentView, id: string): string => {
  const known = view.workstreams.find((workstream) => workstream.id === id);
  return known === undefined ? 'a workstream' : `${known.label} ${known.name}`;
};
const ledBy = (view: IncidentView, leader: string | undefined): string =>
  leader === undefined ? '' : `, led by ${personName(view, leader)}`;
const within = (minutes: number | undefined): string => (minutes === undefined ? '' : `, ${minutes} min`);
const incidentNamed = (label: string, title: string): string => `${label} ${title}`.trim();
const count = (things: readonly unknown[]): string => (things.length === 1 ? '1 task' : `${things.length} tasks`);

export const situationWords: EventWords<keyof typeof situationEvents> = {
  'can.reported': (body) => `Report: ${body.text}`,
  'question.answered': (body, view) => `Answer to ${questionOf(view, body.question)}: ${body.text}`,
  'focus.set': (body) => `${body.focus === 'restore' ? 'Restore service first' : 'Understand first'}${because(body.reason)}`,
  'tempo.set': (body) => `Tempo: ${tempoWords[body.tempo]}${because(body.reason)}`,
  'workstream.opened': (body, view) =>
    `Workstream ${body.label} ${body.name}${ledBy(view, body.leader)}${within(body.minutes)}${because(body.goal)}`,
  'workstream.amended': (body, view) =>
    `Workstream ${workstreamOf(view, body.workstream)}${ledBy(view, body.leader)}${within(body.minutes)}${because(body.goal)}`,
  'workstream.closed': (body, view) => `Workstream ${workstreamOf(view, body.workstream)} ended${because(body.outcome ?? body.reason)}`,
  'incident.mergedInto': (body) => `Merged into ${incidentNamed(body.targetLabel, body.targetTitle)}${because(body.reason)}`,
  'incident.absorbed': (body) =>
    `Took in ${incidentNamed(body.sourceLabel, body.sourceTitle)}${body.tasks.length === 0 ? '' : ` with ${count(body.tasks)}`}${because(body.reason)}`,
  'incident.unmerged': (body) => `On its own again${because(body.reason)}`,
  'incident.separated': (body) => {
    const known = incidentNamed(body.sourceLabel ?? '', body.sourceTitle ?? '');
    return `${known === '' ? 'An incident that had come in' : known} is on its own again${because(body.reason)}`;
  },
};
