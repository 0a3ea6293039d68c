/** Every slash command of the composer, in one table: the parser, F1, the palette and completion read this one. */
import { actionCommands } from './action-commands.ts';
import { checklistCommands } from './checklist-commands.ts';
import { deadlineCommands } from './deadline-commands.ts';
import { decisionCommands } from './decision-commands.ts';
import { draftCommands } from './draft-commands.ts';
import { entryCommands } from './entry-commands.ts';
import { followUpCommands } from './follow-up-commands.ts';
import { handoffCommands } from './handoff-commands.ts';
import { hypothesisCommands } from './hypothesis-commands.ts';
import { leverCommands } from './lever-commands.ts';
import { openingCommands } from './opening-commands.ts';
import { peopleCommands } from './people-commands.ts';
import { playbookCommands } from './playbook-commands.ts';
import type { LineCommand } from './reading.ts';
import { severityCommands } from './severity-commands.ts';
import { situationCommands } from './situation-commands.ts';
import { taskCommands } from './task-commands.ts';
import { roleCommands, transitionCommands } from './transition-commands.ts';
import { updateCommands } from './update-commands.ts';
import { workstreamCommands } from './workstream-commands.ts';

/** Commands about one subject, under the heading that F1 gives them. */
interface CommandSection {
  readonly title: string;
  readonly rows: readonly LineCommand[];
}

/** In the order in which F1 lists them. */
export const commandSections: readonly CommandSection[] = [
  { title: 'What is known', rows: entryCommands },
  { title: 'Actions and levers', rows: [...actionCommands, ...leverCommands] },
  { title: 'Tasks', rows: taskCommands },
  { title: 'Hypotheses', rows: hypothesisCommands },
  { title: 'Decisions', rows: decisionCommands },
  { title: 'Updates', rows: [...updateCommands, ...draftCommands, ...deadlineCommands] },
  { title: 'People', rows: peopleCommands },
  { title: 'Roles and handoff', rows: [...roleCommands, ...handoffCommands] },
  { title: 'The incident', rows: [...transitionCommands, ...playbookCommands, ...severityCommands] },
  { title: 'The situation', rows: [...situationCommands, ...workstreamCommands] },
  { title: 'Checklists', rows: checklistCommands },
  { title: 'Afterwards', rows: followUpCommands },
  { title: 'To look at', rows: openingCommands },
];

/** One row a command. */
export const lineCommands: readonly LineCommand[] = commandSections.flatMap(({ rows }) => rows);

const byName = new Map(lineCommands.map((row) => [row.name, row]));

/** The command of exactly this name, without its slash. Undefined for anything else: `/etc/hosts is full` is English. */
export function lineCommandNamed(name: string): LineCommand | undefined {
  return byName.get(name);
}
