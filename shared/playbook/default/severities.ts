/** The five severities that ship: what each means, whom it calls, and when somebody asks whether it is still right (design: severity matrix). */
import type { Playbook } from '../schema.ts';

export const defaultSeverities: Playbook['severities'] = {
  1: {
    label: 'SEV1',
    thresholds: 'Half of the users or more; unknown, and a core function fails; any data loss',
    meaning: 'Most customers cannot use a core function; data loss or a breach is suspected',
    whoIsCalled: 'Incident commander, deputy, scribe, comms, experts, a note to executives',
    requiredRoles: ['commander', 'ops', 'comms', 'scribe'],
    soakMinutes: 30,
    escalate: { afterMinutes: 120, asks: 'Two hours without relief. Which decision do you need from the executives now?' },
    review: { depth: 'full', optional: false, dueDays: 3, businessDays: false },
  },
  2: {
    label: 'SEV2',
    thresholds: 'A quarter of the users or more, or one large customer fully down',
    meaning: 'A core function is broken for many, or money is at risk; the work-around is poor',
    whoIsCalled: 'Incident commander, comms, experts',
    requiredRoles: ['commander', 'ops', 'comms'],
    soakMinutes: 30,
    escalate: { afterMinutes: 240, asks: 'Four hours without relief. Is this SEV1?' },
    review: { depth: 'full', optional: false, dueDays: 5, businessDays: true },
  },
  3: {
    label: 'SEV3',
    thresholds: 'A tenth of the users or more',
    meaning: 'Partial or slow; a work-around exists; it could get worse, and if it spreads it is SEV2',
    whoIsCalled: 'The owning team; a commander if wanted',
    requiredRoles: ['commander'],
    soakMinutes: 15,
    review: { depth: 'light', optional: false, dueDays: 10, businessDays: true },
  },
  4: {
    label: 'SEV4',
    thresholds: 'Less than a tenth of the users',
    meaning: 'Minor, few users',
    whoIsCalled: 'The owning team, in office hours',
    requiredRoles: ['commander'],
    soakMinutes: 0,
    review: { depth: 'light', optional: true, dueDays: 10, businessDays: true },
  },
  5: {
    label: 'SEV5',
    thresholds: 'Nobody',
    meaning: 'No impact now: a near miss, caught early',
    whoIsCalled: 'The owner',
    requiredRoles: ['commander'],
    soakMinutes: 0,
    review: { depth: 'note', optional: true, dueDays: 10, businessDays: true },
  },
};
