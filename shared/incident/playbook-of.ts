/** Which playbook an incident reads. */
import { defaultPlaybook } from '../playbook/default-playbook.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { IncidentView } from './view.ts';

/** The playbook that the incident pinned; imported incidents pin none, and their figures (review depth, reopening) are the default's. */
export function assumedPlaybook(view: Pick<IncidentView, 'playbook'>): Playbook {
  return view.playbook ?? defaultPlaybook;
}
