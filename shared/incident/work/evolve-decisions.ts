/** What events of decisions make of a view: what was proposed, who objected, what was decided and what took its place. */
import { followChart } from '../charts/ask.ts';
import { given } from '../draft.ts';
import { chartEvent } from '../evolve-control.ts';
import type { Evolved, KnownEvent } from '../known-event.ts';
import { freeLabel } from '../labels.ts';
import type { IncidentView } from '../view.ts';
import type { DecisionView } from '../work-view.ts';

type DecisionEvent = Extract<KnownEvent, { readonly type: `decision.${string}` }>;
type Proposed = Extract<DecisionEvent, { readonly type: 'decision.proposed' }>;
type Amended = Extract<DecisionEvent, { readonly type: 'decision.amended' }>;
type Moved = Exclude<DecisionEvent, Proposed | Amended>;

const isDecisionEvent = (event: KnownEvent): event is DecisionEvent => event.type.startsWith('decision.');

/** Applies an event of a decision; others leave the view as it was. */
export function evolveDecisions(view: IncidentView, event: KnownEvent): Evolved {
  if (!isDecisionEvent(event)) return { view };
  if (event.type === 'decision.proposed') return { view: { ...view, decisions: [...view.decisions, proposed(view, event)] } };
  const decision = view.decisions.find(({ id }) => id === event.body.decision);
  if (!decision) return { contested: 'it names a decision that is not known here' };
  if (event.type === 'decision.amended') return { view: replaced(view, decision, { ...decision, ...deliberation(event.body) }) };
  const state = followChart('decision', decision.state, chartEvent(event)) as DecisionView['state'] | undefined;
  if (state === undefined) return { contested: `${decision.label} is ${decision.state}` };
  return { view: replaced(view, decision, moved({ ...decision, state }, event)) };
}

function replaced(view: IncidentView, before: DecisionView, after: DecisionView): IncidentView {
  return { ...view, decisions: view.decisions.map((other) => (other === before ? after : other)) };
}

const deliberation = ({ known, unknown, risk, wayBack }: Proposed['body'] | Amended['body']) => given({ known, unknown, risk, wayBack });

function proposed(view: IncidentView, event: Proposed): DecisionView {
  const { label, text } = event.body;
  return {
    id: event.id,
    label: freeLabel(label, view.decisions),
    text,
    state: 'proposed',
    proposedAt: event.occurredAt,
    proposedBy: event.by ?? event.actor,
    objections: [],
    ...deliberation(event.body),
  };
}

function moved(decision: DecisionView, event: Moved): DecisionView {
  const at = event.occurredAt;
  const by = event.by ?? event.actor;
  switch (event.type) {
    case 'decision.polled':
      return { ...decision, polledAt: at };
    case 'decision.objected':
      return { ...decision, objections: [...decision.objections, { by, text: event.body.text, at }] };
    case 'decision.decided':
      return { ...decision, decidedAt: at, decidedBy: by };
    case 'decision.withdrawn':
      return { ...decision, ...given({ reason: event.body.reason }) };
    case 'decision.reversed':
      return { ...decision, ...given({ reason: event.body.reason, replacement: event.body.replacement }) };
  }
}
