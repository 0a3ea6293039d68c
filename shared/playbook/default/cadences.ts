/** How often each audience is told, in minutes, as it ships (design: our default cadence). */
import type { Playbook } from '../schema.ts';

export const defaultCadences: Playbook['cadences'] = {
  responders: { bySeverity: { 1: 20, 2: 20, 3: 30, 4: null, 5: null }, monitoring: 30, long: 30, firstPost: {}, scopePost: {} },
  staff: { bySeverity: { 1: 20, 2: 30, 3: 60, 4: 1440, 5: null }, monitoring: 60, long: 30, firstPost: {}, scopePost: {} },
  executives: { bySeverity: { 1: 30, 2: 30, 3: 120, 4: null, 5: null }, monitoring: 60, long: 60, firstPost: {}, scopePost: {} },
  customers: {
    bySeverity: { 1: 20, 2: 30, 3: 60, 4: null, 5: null },
    monitoring: 60,
    long: 60,
    firstPost: { 1: 5, 2: 10 },
    scopePost: { 1: 10 },
  },
  partners: { bySeverity: { 1: null, 2: null, 3: null, 4: null, 5: null }, monitoring: null, long: null, firstPost: {}, scopePost: {} },
};
