/** What a row of the requirements table is: whether it is met by a candidate event, what it says when it is not, and what would meet it. */
import type { Remedy } from './refusal.ts';
import type { IncidentView } from './view.ts';

/** A candidate event, as `decide` built it, with the person who would write it. */
export interface Candidate {
  readonly type: string;
  /** When it happened, ms since epoch, UTC. */
  readonly at: number;
  readonly actor: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Requirement {
  readonly met: (view: IncidentView, candidate: Candidate, now: number) => boolean;
  readonly says: (view: IncidentView, candidate: Candidate, now: number) => string;
  readonly remedy: (view: IncidentView, candidate: Candidate, now: number) => Remedy;
}

/** Whether the candidate's body has words in this field. */
export const given = (candidate: Candidate, field: string): boolean =>
  typeof candidate.body[field] === 'string' && candidate.body[field] !== '';
/** The remedy that sends the same command again with more in it. */
export const sameCommandWith =
  (...fields: readonly string[]) =>
  (_view: IncidentView, candidate: Candidate): Remedy => ({ kind: 'command', type: commandOf[candidate.type] ?? 'incident.amend', fields });

/** The command that makes each event which a requirement may ask to send again with more in it. */
const commandOf: Readonly<Record<string, Extract<Remedy, { kind: 'command' }>['type']>> = {
  'incident.declined': 'incident.decline',
  'incident.markedFalseAlarm': 'incident.markFalseAlarm',
  'incident.cancelled': 'incident.cancel',
  'incident.reopened': 'incident.reopen',
  'incident.woken': 'incident.wake',
  'fix.stopped': 'fix.stop',
  'mitigation.recorded': 'mitigation.record',
  'regression.recorded': 'regression.record',
  'review.started': 'review.start',
  'severity.set': 'severity.set',
  'role.assumed': 'role.assume',
  'update.sent': 'update.send',
  'task.extended': 'task.extend',
  'task.reopened': 'task.reopen',
  'hypothesis.refuted': 'hypothesis.refute',
  'hypothesis.reopened': 'hypothesis.reopen',
  'decision.reversed': 'decision.reverse',
  'lever.leased': 'lever.lease',
  'lever.applied': 'lever.apply',
  'lever.reverted': 'lever.revert',
  'handoff.offered': 'handoff.offer',
  'handoff.accepted': 'handoff.accept',
  'handoff.declined': 'handoff.decline',
  'checklist.itemSkipped': 'checklist.mark',
};
