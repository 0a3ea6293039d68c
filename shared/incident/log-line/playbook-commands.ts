/** The slash command by which an incident takes over the playbook in force. */
import { ok } from '../../result.ts';
import { overrideDetail, readCircumstances } from './circumstances.ts';
import type { LineCommand } from './reading.ts';

/** In the order in which F1 lists them. */
export const playbookCommands: readonly LineCommand[] = [
  {
    name: 'adopt',
    usage: '/adopt why',
    says: 'goes on by the playbook that is in force now; promises stay',
    label: 'take over the playbook in force',
    sends: ['playbook.adopt'],
    takesTime: 'none',
    read: (input) => {
      const found = readCircumstances(input.cursor, input);
      return found.ok ? ok({ draft: { type: 'playbook.adopt', ...found.value }, details: overrideDetail(found.value) }) : found;
    },
  },
];
