/** Where an incident stands in the words of status pages. Source: the comparison of lifecycles, domain design: Statuspage's four words. */
import type { Phase, StatusWord } from '../../vocabulary/words.ts';
import type { IncidentView } from '../view.ts';

const words: Readonly<Record<Phase, StatusWord>> = {
  undeclared: 'investigating',
  triage: 'investigating',
  investigating: 'investigating',
  fixing: 'investigating',
  monitoring: 'monitoring',
  paused: 'investigating',
  merged: 'investigating',
  resolved: 'resolved',
  review: 'resolved',
  closed: 'resolved',
  declined: 'resolved',
  falseAlarm: 'resolved',
  cancelled: 'resolved',
};

/** The word for a view: being fixed with a supported hypothesis is `identified`. What sleeps or went into another has the word of the phase that it comes back to. */
export function statusWord(view: Pick<IncidentView, 'phase' | 'resumeTo' | 'hypotheses'>): StatusWord {
  const asleep = view.phase === 'paused' || view.phase === 'merged';
  const phase = asleep ? (view.resumeTo ?? 'investigating') : view.phase;
  const identified = phase === 'fixing' && view.hypotheses.some(({ state }) => state === 'supported');
  return identified ? 'identified' : words[phase];
}

/** The word that goes with a message. The last one after a mitigation says that it is over, also while the incident is watched a little longer. */
export function statusOfMessage(
  view: Pick<IncidentView, 'phase' | 'resumeTo' | 'hypotheses' | 'mitigation'>,
  which: 'last' | 'another',
): StatusWord {
  return which === 'last' && view.mitigation !== undefined ? 'resolved' : statusWord(view);
}
