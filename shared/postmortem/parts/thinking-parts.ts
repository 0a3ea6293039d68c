/** The parts about thinking: hypotheses with their evidence, decisions with what was known then, questions. */
import { personName } from '../../incident/names.ts';
import type { ShownEntry } from '../../incident/timeline.ts';
import type { IncidentView } from '../../incident/view.ts';
import type { DecisionView, HypothesisView, QuestionView } from '../../incident/work-view.ts';
import type { EntryKind } from '../../vocabulary/words.ts';
import type { Block, Statement } from '../draft.ts';
import { momentText } from '../when.ts';
import type { PartSource, Parts } from './part.ts';
import { absent, entryOf, eventsAbout, listed, saidBy, sparseTable } from './statements.ts';

type Told = Pick<PartSource, 'view' | 'entries'>;

const writtenAs = (entries: readonly ShownEntry[], kind: EntryKind): readonly ShownEntry[] =>
  entries.filter((entry) => entry.written && entry.kind === kind);

/** The evidence of a hypothesis: its own words, or those of the entry that it points to. */
export function evidenceOf({ entries }: Told, { evidence }: HypothesisView): readonly (Statement & { readonly sign: 'for' | 'against' })[] {
  return evidence.flatMap(({ id, sign, text, entry }) => {
    const pointed = entry === undefined ? undefined : entryOf(entries, entry);
    const words = text ?? pointed?.text;
    if (words === undefined) return [];
    return [{ sign, text: pointed?.redacted ? pointed.text : words, from: [id, ...(entry === undefined ? [] : [entry])] }];
  });
}

function hypotheses(source: Told): readonly Block[] {
  const { view, entries } = source;
  const rows = view.hypotheses.map((hypothesis) => {
    const said = saidBy(entries, hypothesis.id, hypothesis.text);
    const evidence = evidenceOf(source, hypothesis);
    const texts = (sign: 'for' | 'against') => evidence.filter((piece) => piece.sign === sign).map(({ text }) => text);
    const { reason } = hypothesis.settled ?? {};
    return {
      cells: {
        Hypothesis: `${hypothesis.label}: ${said.text}`,
        State: `${hypothesis.state}${reason === undefined || evidence.some(({ text }) => text === reason) ? '' : `: ${reason}`}`,
        Test: hypothesis.test?.text,
        For: texts('for').join('; '),
        Against: texts('against').join('; '),
      },
      from: [...said.from, ...evidence.flatMap(({ from }) => from), ...eventsAbout(view, hypothesis.id)],
    };
  });
  const written = writtenAs(entries, 'hypothesis');
  if (rows.length === 0 && written.length === 0) return [absent('Hypotheses')];
  const table = rows.length === 0 ? [] : [sparseTable(['Hypothesis', 'State', 'Test', 'For', 'Against'], rows)];
  return [...table, ...listed('Hypotheses in the log:', written)];
}

/** What was known when a decision was made, in words. */
export function knownThen({ known, unknown, risk, wayBack }: DecisionView): string {
  const parts = { Known: known, 'Not known': unknown, Risk: risk, 'Way back': wayBack };
  return Object.entries(parts)
    .flatMap(([name, text]) => (text === undefined ? [] : [`${name}: ${text}`]))
    .join('; ');
}

function decisions({ view, entries }: Told): readonly Block[] {
  const rows = view.decisions.map((decision) => {
    const said = saidBy(entries, decision.id, decision.text);
    const { decidedAt, decidedBy, proposedAt, state, reason } = decision;
    const by = decidedBy === undefined ? '' : ` by ${personName(view, decidedBy)}`;
    return {
      cells: {
        Decision: `${decision.label}: ${said.text}`,
        State: `${state}${by}, ${momentText(decidedAt ?? proposedAt, 'exact', view.zone)}${reason === undefined ? '' : `: ${reason}`}`,
        'Known then': knownThen(decision),
        Objections: decision.objections.map((objection) => `${personName(view, objection.by)}: ${objection.text}`).join('; ') || 'none',
      },
      from: [...said.from, ...eventsAbout(view, decision.id)],
    };
  });
  const written = writtenAs(entries, 'decision');
  if (rows.length === 0 && written.length === 0) return [absent('Decisions')];
  const table = rows.length === 0 ? [] : [sparseTable(['Decision', 'State', 'Known then', 'Objections'], rows)];
  return [...table, ...listed('Decisions in the log:', written)];
}

function asked({ view, entries }: Told, intro: string, wanted: (question: QuestionView) => boolean): readonly Block[] {
  const items = view.questions.filter(wanted).map((question): Statement => {
    const said = saidBy(entries, question.id, question.text);
    if (question.answer === undefined) return said;
    return { text: `${said.text} Answered: ${question.answer.text}`, from: [...said.from, ...eventsAbout(view, question.id)] };
  });
  if (items.length === 0) return [];
  return [
    { type: 'paragraph', text: intro, from: [] },
    { type: 'list', items },
  ];
}

/** Questions of a file have no answers here. */
const filed = (view: IncidentView, entries: readonly ShownEntry[]): readonly ShownEntry[] =>
  writtenAs(entries, 'question').filter(({ item }) => !view.questions.some(({ id }) => id === item.id));

function questions({ view, entries }: Told): readonly Block[] {
  const blocks = [
    ...asked({ view, entries }, 'Asked, and not answered in the log:', ({ answer }) => answer === undefined),
    ...listed('Questions in the log:', filed(view, entries)),
    ...asked({ view, entries }, 'Asked and answered:', ({ answer }) => answer !== undefined),
  ];
  return blocks.length === 0 ? [absent('Questions')] : blocks;
}

/** Starred questions: what somebody thought worth another look. */
export const opportunitiesAmong = (entries: readonly ShownEntry[]): readonly ShownEntry[] =>
  entries.filter(({ kind, starred }) => kind === 'question' && starred);

export const thinkingParts: Parts = {
  hypotheses: { says: 'Hypotheses with state, test and evidence.', blocks: hypotheses },
  decisions: { says: 'Decisions with what was known then, and the objections.', blocks: decisions },
  questions: { says: 'Questions, those without an answer first.', blocks: questions },
  opportunities: {
    says: 'Starred questions. Absent where nobody starred one.',
    blocks: ({ entries }) => listed('Questions that somebody starred:', opportunitiesAmong(entries)),
  },
};
