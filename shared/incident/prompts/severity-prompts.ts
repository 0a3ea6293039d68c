/** Asks whether to raise the severity of what is not mitigated after the playbook's time. A prompt, never a change by itself. Source: severity matrix of the domain design. */
import type { Severity } from '../../vocabulary/words.ts';
import { intervalOf } from '../cadence-plan.ts';
import { commanderOf } from '../people/presence.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import type { IncidentView } from '../view.ts';
import { type Prompt, type PromptAnswer, span } from './prompt.ts';

const minute = 60_000;

/** From when on it is asked, ms since epoch, UTC: counted from when this severity was set, or last said to stay. */
export function escalationAt(view: IncidentView): number | undefined {
  const { severity, severitySince, mitigation } = view;
  if (severity === undefined || severitySince === undefined || mitigation !== undefined) return undefined;
  const escalate = assumedPlaybook(view).severities[severity].escalate;
  return escalate === undefined ? undefined : severitySince + escalate.afterMinutes * minute;
}

/** One at most; confirming the severity with a reason begins its time anew. */
export function severityPrompts(view: IncidentView, now: number): readonly Prompt[] {
  const since = escalationAt(view);
  const { severity } = view;
  if (since === undefined || since > now || severity === undefined) return [];
  const { label, escalate } = assumedPlaybook(view).severities[severity];
  const commander = commanderOf(view);
  return [
    {
      id: `escalate/${severity}/${view.severitySince}`,
      kind: 'escalate',
      says: `${label} for ${span(now - (view.severitySince ?? now))}, and not mitigated. ${escalate?.asks ?? ''}`.trim(),
      since,
      answers: answersOf(view, severity),
      ...(commander !== undefined && { to: commander }),
      tone: 'now',
    },
  ];
}

/** There is nothing above the worst: others decide, and the reason says what they decided. */
function answersOf(view: IncidentView, severity: Severity): readonly PromptAnswer[] {
  const { severities } = assumedPlaybook(view);
  if (severity === 1) {
    const minutes = Math.round((intervalOf(view, 'executives') ?? 30 * minute) / minute);
    return [
      { says: 'it was decided', key: '/sev 1 stays, because ' },
      { says: 'tell executives', key: `/u executives … next ${minutes}m` },
    ];
  }
  const raised = (severity - 1) as Severity;
  return [
    { says: `raise to ${severities[raised].label}`, key: `/sev ${raised} ` },
    { says: `it stays ${severities[severity].label}`, key: `/sev ${severity} stays, because ` },
  ];
}
