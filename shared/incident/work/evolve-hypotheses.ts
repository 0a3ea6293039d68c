/** What events of hypotheses make of a view: the ledger, its tests and its evidence. */
import { followChart } from '../charts/ask.ts';
import { given } from '../draft.ts';
import { chartEvent } from '../evolve-control.ts';
import type { Evolved, KnownEvent } from '../known-event.ts';
import { freeLabel } from '../labels.ts';
import type { IncidentView } from '../view.ts';
import type { Evidence, HypothesisView } from '../work-view.ts';
import { timeboxFrom } from './timeboxes.ts';

type HypothesisEvent = Extract<KnownEvent, { readonly type: `hypothesis.${string}` | 'evidence.added' }>;
type Opened = Extract<HypothesisEvent, { readonly type: 'hypothesis.opened' }>;
type Weighed = Extract<HypothesisEvent, { readonly type: 'evidence.added' }>;
type Moved = Exclude<HypothesisEvent, Opened | Weighed>;

const isHypothesisEvent = (event: KnownEvent): event is HypothesisEvent =>
  event.type.startsWith('hypothesis.') || event.type === 'evidence.added';

/** Applies an event of a hypothesis; others leave the view as it was. */
export function evolveHypotheses(view: IncidentView, event: KnownEvent): Evolved {
  if (!isHypothesisEvent(event)) return { view };
  if (event.type === 'hypothesis.opened') return { view: { ...view, hypotheses: [...view.hypotheses, opened(view, event)] } };
  const hypothesis = view.hypotheses.find(({ id }) => id === event.body.hypothesis);
  if (!hypothesis) return { contested: 'it names a hypothesis that is not known here' };
  if (event.type === 'evidence.added') return { view: replaced(view, hypothesis, weighed(hypothesis, event, event.body.sign)) };
  const state = followChart('hypothesis', hypothesis.state, chartEvent(event)) as HypothesisView['state'] | undefined;
  if (state === undefined) return { contested: `${hypothesis.label} is ${hypothesis.state}` };
  return { view: replaced(view, hypothesis, moved({ ...hypothesis, state }, event)) };
}

function replaced(view: IncidentView, before: HypothesisView, after: HypothesisView): IncidentView {
  return { ...view, hypotheses: view.hypotheses.map((other) => (other === before ? after : other)) };
}

function opened(view: IncidentView, event: Opened): HypothesisView {
  const { label, text } = event.body;
  return {
    id: event.id,
    label: freeLabel(label, view.hypotheses),
    text,
    state: 'open',
    proposer: event.by ?? event.actor,
    openedAt: event.occurredAt,
    evidence: [],
  };
}

/** The hypothesis with one piece of evidence more. What speaks against it challenged it. */
function weighed(
  hypothesis: HypothesisView,
  event: { readonly id: string; readonly occurredAt: number; readonly actor: string; readonly by?: string; readonly body: Grounds },
  sign: Evidence['sign'],
): HypothesisView {
  const { text, entry } = event.body;
  const piece = { id: event.id, sign, at: event.occurredAt, by: event.by ?? event.actor, ...given({ text, entry }) };
  const after = { ...hypothesis, evidence: [...hypothesis.evidence, piece] };
  return sign === 'for' ? after : { ...after, challengedAt: latest(hypothesis.challengedAt, event.occurredAt) };
}

interface Grounds {
  readonly text?: string | undefined;
  readonly entry?: string | undefined;
}

const latest = (before: number | undefined, at: number): number => Math.max(before ?? at, at);

function moved(hypothesis: HypothesisView, event: Moved): HypothesisView {
  const { settled: _settled, ...unsettled } = hypothesis;
  switch (event.type) {
    case 'hypothesis.testStarted': {
      const { test: text, tester, minutes } = event.body;
      const timebox = minutes === undefined ? undefined : timeboxFrom(event.id, event.occurredAt, minutes);
      const test = { text, since: event.occurredAt, ...given({ tester, timebox }) };
      return { ...unsettled, test, challengedAt: latest(hypothesis.challengedAt, event.occurredAt) };
    }
    case 'hypothesis.supported':
      return judged(hypothesis, event, 'for');
    case 'hypothesis.refuted':
      return judged(hypothesis, event, 'against');
    case 'hypothesis.parked':
      return settled(hypothesis, event, event.body.reason);
    case 'hypothesis.reopened':
      return unsettled;
  }
}

/** What a judgement rests on goes into the ledger with it. */
function judged(
  hypothesis: HypothesisView,
  event: Extract<Moved, { readonly type: 'hypothesis.supported' | 'hypothesis.refuted' }>,
  sign: Evidence['sign'],
): HypothesisView {
  const { text, entry, reason } = event.body;
  const grounded = text === undefined && entry === undefined ? hypothesis : weighed(hypothesis, event, sign);
  return settled(grounded, event, reason ?? text);
}

/** Settled for now: the clock on its test is off, the test itself stays to be read. */
function settled(hypothesis: HypothesisView, event: Moved, reason: string | undefined): HypothesisView {
  const ended = { ...hypothesis, settled: { at: event.occurredAt, by: event.by ?? event.actor, ...given({ reason }) } };
  if (!hypothesis.test) return ended;
  const { timebox: _timebox, ...test } = hypothesis.test;
  return { ...ended, test };
}
