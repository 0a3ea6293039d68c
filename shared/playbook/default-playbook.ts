/** The playbook that ships: figures of the severity matrix and the cadence table of the domain design, editable copies of which an organisation makes its own. */
import { defaultCadences } from './default/cadences.ts';
import { firstHourLists } from './default/checklists-first-hour.ts';
import { messageLists } from './default/checklists-messages.ts';
import { specialLists } from './default/checklists-special.ts';
import { defaultLabels, defaultTypes } from './default/incident-types.ts';
import { defaultLevers } from './default/levers.ts';
import { defaultRoles } from './default/roles.ts';
import { defaultSeverities } from './default/severities.ts';
import { insideTemplates } from './default/templates-inside.ts';
import { outsideTemplates } from './default/templates-outside.ts';
import { securityTemplates } from './default/templates-security.ts';
import { defaultTriage } from './default/triage.ts';
import type { Playbook } from './schema.ts';

export const defaultPlaybook: Playbook = {
  schema: 'wheelhouse-playbook/1',
  name: 'Wheelhouse default',
  version: '2',
  triageDecisionMinutes: 10,
  reopenDays: 7,
  brokenAfterMinutes: 2,
  dueSoonMinutes: 3,
  approval: { audiences: ['customers', 'executives'], waitMinutes: 2 },
  aloneMinutes: { 1: 20, 2: 30 },
  severities: defaultSeverities,
  triage: defaultTriage,
  roles: defaultRoles,
  cadences: defaultCadences,
  levers: defaultLevers,
  thingsToTry: [
    'What changed in the three hours before? Deploys, flags, settings, certificates, data.',
    'Who sees it and who does not: one region, one version, one customer?',
    'Compare with the same hour of another day.',
    'Follow one failing request from its first hop to its last.',
    'What ran out: connections, disk, memory, threads, quota, addresses?',
    'Which dependency is slow, and does its own status page agree?',
    'What do the graphs not show? Ask a customer.',
    'What would we see if the favourite explanation were wrong?',
  ],
  types: defaultTypes,
  labels: defaultLabels,
  checklists: [...firstHourLists, ...messageLists, ...specialLists],
  updateTemplates: [...outsideTemplates, ...insideTemplates, ...securityTemplates],
  review: { allow: [], vendors: [] },
  directory: [],
  command: {
    vacancyMinutes: 5,
    handoffExpiresMinutes: 10,
    unconfirmedMinutes: 3,
    reliefNightMinutes: 120,
    reliefDayMinutes: 240,
    reliefHardMinutes: 360,
    spanOfControl: 7,
    fixationMinutes: 20,
    taskMinutes: 5,
    leaseMinutes: 15,
  },
};
