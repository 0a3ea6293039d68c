/** The types of incident that ship, and the labels under which incidents are found again. A severity chooses the pace, a type the lists and the words. */
import type { Playbook } from '../schema.ts';

export const defaultTypes: Playbook['types'] = [
  { id: 'availability', name: 'Availability', says: 'Something cannot be reached or used.', requiredRoles: [] },
  { id: 'performance', name: 'Performance', says: 'It works, and it is too slow or drops a part of the requests.', requiredRoles: [] },
  { id: 'data', name: 'Data', says: 'Data is lost, late, wrong or in the wrong place.', requiredRoles: [] },
  {
    id: 'security',
    name: 'Security',
    says: 'Somebody got in or may have: few people know, evidence is kept, messages say little.',
    requiredRoles: ['security'],
  },
  { id: 'money', name: 'Money', says: 'Payments, invoices or prices are wrong.', requiredRoles: [] },
  { id: 'supplier', name: 'Supplier', says: 'The cause is with somebody whom we pay or depend on.', requiredRoles: [] },
];

export const defaultLabels: Playbook['labels'] = [
  'release',
  'configuration',
  'feature-flag',
  'certificate',
  'capacity',
  'database',
  'network',
  'dns',
  'supplier',
  'hardware',
  'power',
  'sign-in',
  'retry-storm',
  'full-disk',
  'quota',
  'wrong-host',
  'late-alarm',
];
