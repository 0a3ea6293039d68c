/** What can be said of work, people and the situation, for the palette: each starts a line in the composer, already about the one thing it can be about. */
import { lineCommandNamed } from '../../../shared/incident/log-line/line-commands.ts';
import { formOf, offersOf } from '../../../shared/incident/log-line/offers.ts';
import type { LineContext } from '../../../shared/incident/log-line/parsed-line.ts';
import type { Named } from '../../../shared/incident/log-line/reading.ts';
import { unconfirmedSince } from '../../../shared/incident/people/handoff-requirements.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Action } from '../../components/palette/actions.ts';
import { whyNotAdopt } from './panels/playbook-line.tsx';

interface Row {
  /** What is put into the composer; the caret stands behind it, or over its `…`. */
  readonly line: string;
  readonly name: string;
  readonly also?: string;
  /** Why it cannot be said now; beside what the grammar knows of the things that it names. */
  readonly unless?: (view: IncidentView, now: number) => string | undefined;
}

const noHandoff = ({ handoff }: IncidentView) => (handoff === undefined ? 'No handoff is under way.' : undefined);
const nobodyThere = ({ people }: IncidentView) =>
  Object.keys(people).length < 2 ? 'Nobody else is known here yet: /person adds them.' : undefined;

const work: readonly Row[] = [
  { line: '/t @… 5m ', name: 'Give somebody a task', also: 'assign timebox' },
  { line: '/t ack ', name: 'Task: it was heard', also: 'acknowledge' },
  { line: '/t start ', name: 'Task: work on it has begun' },
  { line: '/t done ', name: 'Task: it is done', also: 'finish' },
  { line: '/t +5 ', name: 'Task: five minutes more', also: 'extend time' },
  { line: '/t stuck ', name: 'Task: it is stuck' },
  { line: '/t on ', name: 'Task: hand it to somebody else' },
  { line: '/t drop ', name: 'Task: nobody does it any more' },
  { line: '/t again ', name: 'Task: take it up again', also: 'reopen' },
  { line: '/h ', name: 'Log a hypothesis', also: 'cause explanation' },
  { line: '/h? ', name: 'Test: what would prove it wrong', also: 'hypothesis' },
  { line: '/h- ', name: 'Refute, and say what shows it', also: 'hypothesis' },
  { line: '/h+ ', name: 'Support, and say what shows it', also: 'hypothesis' },
  { line: '/h~ ', name: 'Park it for later', also: 'hypothesis' },
  { line: '/h again ', name: 'Open one that was refuted or parked', also: 'hypothesis' },
  { line: '/e ', name: 'Write evidence for or against', also: 'hypothesis' },
  { line: '/d ', name: 'Propose a decision', also: 'log poll objections' },
  { line: '/d ok ', name: 'Hearing no objections, decide it', also: 'decision' },
  { line: '/d no ', name: 'Object, and say whose objection it is', also: 'decision strong' },
  { line: '/d poll ', name: 'Ask for strong objections', also: 'decision' },
  { line: '/d drop ', name: 'Withdraw a proposal', also: 'decision' },
  { line: '/d back ', name: 'Reverse a decision' },
  { line: '/d known ', name: 'Decision: what was known' },
  { line: '/d unknown ', name: 'Decision: what was not known' },
  { line: '/d risk ', name: 'Decision: the risk' },
  { line: '/d way ', name: 'Decision: the way back' },
  { line: '/lever take ', name: 'Take a lever in hand', also: 'lease' },
  { line: '/lever on ', name: 'Apply a lever', also: 'rollback drain degrade flag' },
  { line: '/lever off ', name: 'Take a lever back', also: 'revert' },
  { line: '/lever keep ', name: 'Leave a lever applied, and say who looks after it' },
  { line: '/lever free ', name: 'Lay a lever down unused', also: 'release' },
  { line: '/way ', name: 'Write the way back of the last action', unless: noAction },
  { line: '/worst ', name: 'Write the worst case of the last action', unless: noAction },
  { line: '/check @', name: 'Say who read the target of the last action back', also: 'checker pair', unless: noAction },
  { line: '/list ', name: 'Open a checklist by its name', also: 'go through' },
  { line: '/tick ', name: 'Checklist: this item is done', also: 'check off' },
  { line: '/skip ', name: 'Checklist: this item is skipped, and why' },
  { line: '/na ', name: 'Checklist: this item does not apply' },
  { line: '/untick ', name: 'Checklist: this item is open again', also: 'undo' },
  { line: '/draft … next 20m', name: 'Draft a message', also: 'update customers approval' },
  { line: '/ok ', name: 'Approve a draft', also: 'update message' },
  { line: '/send ', name: 'Send a draft', also: 'update message channel' },
  { line: '/discard ', name: 'Discard a draft', also: 'update message' },
  { line: '/delivery ', name: 'Say what became of a message on its way', also: 'arrived send again' },
  { line: '/misled ', name: 'Note what led us astray', also: 'misleading graph alert' },
];

const people: readonly Row[] = [
  { line: '/handoff @', name: 'Hand command over', also: 'relieve commander', unless: nobodyThere },
  { line: '/handoff @… said on call', name: 'Command was handed over on the call', also: 'spoken handoff', unless: nobodyThere },
  { line: '/readback ', name: 'Read the situation back and take command', also: 'accept handoff', unless: noHandoff },
  { line: '/confirm', name: 'Confirm that command has passed over', also: 'handoff', unless: notReadBack },
  { line: '/nohandoff ', name: 'Decline the handoff, or take it back', unless: noHandoff },
  { line: '/relief @… 06:00', name: 'Plan who relieves the commander', also: 'fatigue shift', unless: nobodyThere },
  { line: '/norelief ', name: 'Nobody can relieve the commander' },
  { line: '/awake ', name: 'Say since when somebody has been awake', also: 'fatigue sleep' },
  { line: '/ask @', name: 'Ask a person or a team whether it is theirs', also: 'roll call', unless: nobodyThere },
  { line: '/looking @', name: 'They look into it', also: 'roll call', unless: nobodyThere },
  { line: '/clear @', name: 'They ruled themselves out', also: 'roll call', unless: nobodyThere },
  { line: '/x @', name: 'Release somebody, with thanks', also: 'excuse', unless: nobodyThere },
  { line: '/x all', name: 'Release all who are ruled out', also: 'excuse', unless: nobodyRuledOut },
  { line: '/rest @', name: 'Somebody goes to rest', also: 'sleep', unless: nobodyThere },
  { line: '/here @', name: 'Somebody is here', also: 'joined engaged', unless: nobodyThere },
  { line: '/watch @', name: 'Somebody observes', also: 'trainee shadow', unless: nobodyThere },
  { line: '/team ', name: 'Add a team', also: 'roll call' },
];

const situation: readonly Row[] = [
  { line: '/ans ', name: 'Answer a parked question' },
  { line: '? ', name: 'Park a question' },
  { line: '/restore ', name: 'Restore service first', unless: (view) => (view.focus === 'restore' ? 'It is so already.' : undefined) },
  { line: '/understand ', name: 'Understand first', unless: (view) => (view.focus === 'understand' ? 'It is so already.' : undefined) },
  { line: '/tempo ', name: 'Set the tempo: normal, long, marathon', also: 'long incident' },
  { line: '/until ', name: 'Say what must hold before this is over', also: 'exit criteria' },
  { line: '/type ', name: 'Say what type of incident it is', also: 'security' },
  { line: '/label ', name: 'Label it, to find it again', also: 'tag theme' },
  { line: '/ws ', name: 'Open a workstream', also: 'sub-team' },
  { line: '/ws set ', name: 'Workstream: another leader, timebox or goal' },
  { line: '/ws end ', name: 'Workstream: it is over' },
  { line: '/merge ', name: 'Merge this incident into another' },
  {
    line: '/unmerge ',
    name: 'Unmerge: it is one of its own',
    unless: (view) => (view.mergedInto === undefined ? 'It is not merged.' : undefined),
  },
  { line: '/adopt ', name: 'Take the playbook of today', also: 'adopt rules', unless: whyNotAdopt },
  { line: '/at ', name: 'Show what the log knew at a time', also: 'as known at' },
];

function noAction({ actions }: IncidentView): string | undefined {
  return actions === 0 ? 'No action was logged yet: /a logs one.' : undefined;
}

function notReadBack(view: IncidentView): string | undefined {
  return noHandoff(view) ?? (unconfirmedSince(view) === undefined ? 'It has not been read back yet.' : undefined);
}

function nobodyRuledOut(view: IncidentView): string | undefined {
  return Object.values(view.people).some(({ standing }) => standing === 'ruledOut') ? undefined : 'Nobody is ruled out.';
}

const nouns: Readonly<Record<Named['of'], string>> = {
  tasks: 'task',
  hypotheses: 'hypothesis',
  decisions: 'decision',
  questions: 'question',
  workstreams: 'workstream',
  levers: 'lever',
  incidents: 'other open incident',
  types: 'type',
  checklists: 'checklist',
  items: 'item of a checklist',
  roles: 'role',
  labels: 'label',
  drafts: 'draft',
  deliveries: 'delivery that waits for a word',
};

interface Handles {
  readonly view: IncidentView;
  readonly context: LineContext;
  readonly compose: (text: string) => void;
}

/** As of now: a line about the only thing that it can be about names that thing already. */
export function commandActions(handles: Handles): readonly Action[] {
  const groups = [
    ['Work', work],
    ['People', people],
    ['Situation', situation],
  ] as const;
  return groups.flatMap(([group, rows]) => rows.map((row) => ({ ...actionOf(row, handles), group })));
}

function actionOf({ line, name, also, unless }: Row, { view, context, compose }: Handles): Omit<Action, 'group'> {
  const named = namesOf(line);
  const things = named === undefined ? [] : offersOf(named, context);
  const [only, ...others] = things;
  const none = named !== undefined && only === undefined ? `There is no such ${nouns[named.of]} now.` : undefined;
  const unavailable = unless?.(view, context.now) ?? none;
  const text = only !== undefined && others.length === 0 ? `${line}${only.label} ` : line;
  return {
    id: `room.say.${line.trim()}`,
    name,
    typed: line.replace(/ ?….*/, '').replace(/\s*@$/, '').trim(),
    ...(also === undefined ? {} : { alsoCalled: also }),
    ...(unavailable === undefined ? {} : { unavailable }),
    run: () => compose(text),
  };
}

/** The kind of thing that the line is about, as the grammar has it; undefined where it names none. */
function namesOf(line: string): Named | undefined {
  const [, name = '', rest = ''] = /^\/([a-z]+[?+~-]?)\s*(.*)$/.exec(line) ?? [];
  const command = lineCommandNamed(name);
  if (command === undefined) return undefined;
  const word = rest.split(' ')[0] ?? '';
  if (command.names?.each) return undefined;
  return word === '' ? command.names : formOf(command, word)?.names;
}
