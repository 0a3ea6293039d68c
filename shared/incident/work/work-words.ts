/** Events of work in plain words, for the timeline and the drafts: sentences that can be read alone. */
import type { workEvents } from '../catalogue/work.ts';
import { because, type EventWords } from '../event-words.ts';
import { personName } from '../names.ts';
import type { IncidentView } from '../view.ts';

/** A thing as a line names it: `t4`, and its text so that the line can be read without the other. */
const called = (things: readonly { readonly id: string; readonly label: string; readonly text: string }[], id: unknown, kind: string) => {
  const thing = things.find((other) => other.id === id);
  return { label: thing?.label ?? kind, about: thing ? ` (${shortened(thing.text)})` : '' };
};
const task = (view: IncidentView, id: unknown) => called(view.tasks, id, 'A task');
const hypothesis = (view: IncidentView, id: unknown) => called(view.hypotheses, id, 'A hypothesis');
const decision = (view: IncidentView, id: unknown) => called(view.decisions, id, 'A decision');

const longest = 80;
/** The first line of a text, cut at a word. */
function shortened(text: string): string {
  const [first = ''] = text.split('\n');
  if (first.length <= longest && first === text) return first;
  const cut = first.slice(0, longest);
  return `${first.length <= longest ? first : cut.slice(0, Math.max(longest / 2, cut.lastIndexOf(' ')))} …`;
}

const inMinutes = (minutes: number | undefined): string => (minutes === undefined ? '' : `, ${minutes} min`);
const to = (view: IncidentView, person: string | undefined): string => (person === undefined ? '' : ` for ${personName(view, person)}`);
const said = (parts: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(parts)
    .flatMap(([name, text]) => (text === undefined ? [] : [`${name}: ${text}`]))
    .join(' · ');
const behind = (parts: Readonly<Record<string, string | undefined>>): string => (said(parts) === '' ? '' : ` · ${said(parts)}`);
const onto = (target: string | undefined): string => (target === undefined ? '' : ` on ${target}`);

const thought = ({ known, unknown, risk, wayBack }: Readonly<Record<'known' | 'unknown' | 'risk' | 'wayBack', string | undefined>>) => ({
  Known: known,
  'Not known': unknown,
  Risk: risk,
  'Way back': wayBack,
});

export const workWords: EventWords<keyof typeof workEvents> = {
  'task.added': (body, view, id) => {
    const { label } = called(view.tasks, id, body.label);
    return body.to === undefined
      ? `${label}, for nobody yet: ${body.text}`
      : `${label}${to(view, body.to)}${inMinutes(body.minutes)}: ${body.text}`;
  },
  'task.acked': (body, view) => {
    const { label, about } = task(view, body.task);
    return `${label} acknowledged${inMinutes(body.minutes)}${about}`;
  },
  'task.started': (body, view) => {
    const { label, about } = task(view, body.task);
    return `${label} started${about}`;
  },
  'task.extended': (body, view) => {
    const { label, about } = task(view, body.task);
    return `${label} has ${body.minutes} min more${about}${because(body.reason)}`;
  },
  'task.finished': (body, view) => {
    const { label, about } = task(view, body.task);
    return `${label} done${about}${because(body.result ?? body.reason)}`;
  },
  'task.stuck': (body, view) => {
    const { label, about } = task(view, body.task);
    return `${label} stuck${about}${because(body.reason)}`;
  },
  'task.handedOn': (body, view) => {
    const { label, about } = task(view, body.task);
    return `${label} goes to ${personName(view, body.to)}${inMinutes(body.minutes)}${about}${because(body.reason)}`;
  },
  'task.dropped': (body, view) => {
    const { label, about } = task(view, body.task);
    return `${label} dropped${about}${because(body.reason)}`;
  },
  'task.reopened': (body, view) => {
    const { label, about } = task(view, body.task);
    return `${label} open again${inMinutes(body.minutes)}${about}${because(body.reason)}`;
  },

  'hypothesis.opened': (body, view, id) => `${called(view.hypotheses, id, body.label).label}: ${body.text}`,
  'hypothesis.testStarted': (body, view) => {
    const { label, about } = hypothesis(view, body.hypothesis);
    return `${label} under test${about}${to(view, body.tester)}${inMinutes(body.minutes)}: ${body.test}`;
  },
  'hypothesis.supported': (body, view) => {
    const { label, about } = hypothesis(view, body.hypothesis);
    return `${label} supported${about}${because(body.text ?? body.reason)}`;
  },
  'hypothesis.refuted': (body, view) => {
    const { label, about } = hypothesis(view, body.hypothesis);
    return `${label} refuted${about}${because(body.text ?? body.reason)}`;
  },
  'hypothesis.parked': (body, view) => {
    const { label, about } = hypothesis(view, body.hypothesis);
    return `${label} parked${about}${because(body.reason)}`;
  },
  'hypothesis.reopened': (body, view) => {
    const { label, about } = hypothesis(view, body.hypothesis);
    return `${label} open again${about}${because(body.reason)}`;
  },
  'evidence.added': (body, view) => {
    const { label, about } = hypothesis(view, body.hypothesis);
    return `Evidence ${body.sign} ${label}${about}${body.text === undefined ? ', in a line of the log' : `: ${body.text}`}`;
  },

  'decision.proposed': (body, view, id) =>
    `${called(view.decisions, id, body.label).label} proposed: ${body.text}${behind(thought({ known: body.known, unknown: body.unknown, risk: body.risk, wayBack: body.wayBack }))}`,
  'decision.amended': (body, view) => {
    const { label, about } = decision(view, body.decision);
    return `${label}${about} · ${said(thought({ known: body.known, unknown: body.unknown, risk: body.risk, wayBack: body.wayBack }))}`;
  },
  'decision.polled': (body, view) => {
    const { label, about } = decision(view, body.decision);
    return `${label}: any strong objections?${about}`;
  },
  'decision.objected': (body, view) => {
    const { label, about } = decision(view, body.decision);
    return `Objection to ${label}${about}: ${body.text}`;
  },
  'decision.decided': (body, view) => decided(view, body.decision),
  'decision.withdrawn': (body, view) => {
    const { label, about } = decision(view, body.decision);
    return `${label} withdrawn${about}${because(body.reason)}`;
  },
  'decision.reversed': (body, view) => {
    const { label, about } = decision(view, body.decision);
    const instead = body.replacement === undefined ? '' : `, ${decision(view, body.replacement).label} takes its place`;
    return `${label} reversed${about}${instead}${because(body.reason)}`;
  },

  'lever.leased': (body, view) => `${personName(view, body.person)} has "${body.name}" in hand${because(body.reason)}`,
  'lever.released': (body) => `"${body.name}" is free again${because(body.reason)}`,
  'lever.applied': (body, view) => {
    const checked = body.checker === undefined ? undefined : personName(view, body.checker);
    const details = behind({ 'Worst case': body.worstCase, 'Way back': body.wayBack, Checked: checked });
    return `Applied: ${body.name}${onto(body.target)}${because(body.reason)}${details}`;
  },
  'lever.reverted': (body) => `Taken back: ${body.name}${because(body.reason)}`,
  'lever.kept': (body, view) =>
    `Kept: ${body.name}${body.owner === undefined ? '' : `, looked after by ${personName(view, body.owner)}`}${because(body.reason)}`,

  'action.detailed': (body, view) =>
    `About an action · ${said({
      Target: body.target,
      'Worst case': body.worstCase,
      'Way back': body.wayBack,
      Driver: body.driver === undefined ? undefined : personName(view, body.driver),
      Checked: body.checker === undefined ? undefined : personName(view, body.checker),
      'Read back': body.readBack,
    })}`,
  'timebox.expired': (body, view) => {
    if (body.task !== undefined) {
      const { label, about } = task(view, body.task);
      return `Time is up for ${label}${about}: done, more time, or stuck?`;
    }
    if (body.hypothesis !== undefined) {
      const { label, about } = hypothesis(view, body.hypothesis);
      return `Time is up for the test of ${label}${about}`;
    }
    const workstream = view.workstreams.find(({ id }) => id === body.workstream);
    return `Time is up for ${workstream === undefined ? 'a workstream' : `${workstream.label} (${workstream.name})`}`;
  },
};

/** The whole text: this is the line that a report quotes. */
function decided(view: IncidentView, id: string): string {
  const thing = view.decisions.find((other) => other.id === id);
  return thing === undefined ? 'A decision was made' : `${thing.label} decided: ${thing.text}`;
}
