/** The closed lists of words that the log, the charts, the screens and the exports share. */

/** Lifecycle phases, in the order a long incident walks them. `undeclared` is a stream whose declaration has not arrived yet. */
export const phases = [
  'undeclared',
  'triage',
  'investigating',
  'fixing',
  'monitoring',
  'paused',
  'resolved',
  'review',
  'closed',
  'declined',
  'falseAlarm',
  'cancelled',
  'merged',
] as const;
export type Phase = (typeof phases)[number];

/** Phases in which an incident is being worked on; `paused` is open too, and asleep. */
export const openPhases = ['triage', 'investigating', 'fixing', 'monitoring', 'paused'] as const satisfies readonly Phase[];
/** Phases that `pause` and `merge` remember and come back to. */
export const activePhases = ['triage', 'investigating', 'fixing', 'monitoring'] as const satisfies readonly Phase[];
export type ActivePhase = (typeof activePhases)[number];

/** Whether an incident in this phase is open, asleep or not. */
export const isOpenPhase = (phase: Phase): boolean => (openPhases as readonly Phase[]).includes(phase);
/** Whether an incident in this phase is open and awake. */
export const isActivePhase = (phase: Phase): phase is ActivePhase => (activePhases as readonly Phase[]).includes(phase);

/** Who decides. While command is offered or accepted, the old holder is responsible still. */
export const commandStates = ['vacant', 'held', 'offered', 'accepted'] as const;
export type CommandState = (typeof commandStates)[number];

export const roleStates = ['vacant', 'held'] as const;
export type RoleState = (typeof roleStates)[number];

export const cadenceStates = ['idle', 'scheduled', 'snoozed', 'stopped'] as const;
export type CadenceState = (typeof cadenceStates)[number];

/** The roles that every playbook may name (design: roles). `commander` is the incident commander; the chart's command region follows that role alone. */
export const roleIds = [
  'commander',
  'deputy',
  'scribe',
  'ops',
  'comms',
  'liaison',
  'responder',
  'planning',
  'security',
  'product',
  'observer',
] as const;
export type BuiltInRole = (typeof roleIds)[number];
/** A role that is built in, or one that an organisation added to its playbook. */
export type RoleId = BuiltInRole | (string & {});
/** How a role's id is written: small letters, digits and hyphens. One word is left out, because every object answers to it. */
export const roleIdPattern = /^(?!constructor$)[a-z][a-z0-9-]{0,39}$/;

/** A task's life. Its timebox runs from the offer on; `expired` asks for one of three answers. */
export const taskStates = ['proposed', 'offered', 'acked', 'running', 'expired', 'stuck', 'done', 'dropped'] as const;
export type TaskState = (typeof taskStates)[number];

export const hypothesisStates = ['open', 'testing', 'supported', 'refuted', 'parked'] as const;
export type HypothesisState = (typeof hypothesisStates)[number];

export const decisionStates = ['proposed', 'polling', 'decided', 'withdrawn', 'reversed'] as const;
export type DecisionState = (typeof decisionStates)[number];

/** `reverted` and `kept` levers may be taken again. */
export const leverStates = ['free', 'leased', 'applied', 'reverted', 'kept'] as const;
export type LeverState = (typeof leverStates)[number];

/** Where a person or a team stands in the roll call. Only `engaged`, `looking` and `observing` people are here. */
export const standings = ['engaged', 'asked', 'looking', 'ruledOut', 'excused', 'resting', 'observing'] as const;
export type Standing = (typeof standings)[number];

/** What comes first: service back, or knowing why. */
export const focuses = ['restore', 'understand'] as const;
export type Focus = (typeof focuses)[number];

/** `long` is offered after two hours, `marathon` after six; never by itself. */
export const tempos = ['normal', 'long', 'marathon'] as const;
export type Tempo = (typeof tempos)[number];

export const audiences = ['responders', 'staff', 'executives', 'customers', 'partners'] as const;
export type Audience = (typeof audiences)[number];

export const severities = [1, 2, 3, 4, 5] as const;
/** 1 is the worst. */
export type Severity = (typeof severities)[number];

export const entryKinds = ['note', 'detection', 'hypothesis', 'action', 'decision', 'update', 'milestone', 'question'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** A message before it goes out. `approved` falls back to `drafted` when its text changes. */
export const draftStates = ['drafted', 'approved', 'sent', 'discarded'] as const;
export type DraftState = (typeof draftStates)[number];

/** One message on its way over one channel. `uncertain`: it may have arrived, and is never sent again unless a person says so. */
export const deliveryStates = ['queued', 'sending', 'arrived', 'failed', 'uncertain', 'dropped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What a status page calls where an incident stands (Statuspage's words, see `updates/status-word.ts`). */
export const statusWords = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type StatusWord = (typeof statusWords)[number];

export const checklistStates = ['open', 'complete'] as const;
export type ChecklistState = (typeof checklistStates)[number];

export const checklistItemStates = ['open', 'ticked', 'skipped', 'notApplicable'] as const;
export type ChecklistItemState = (typeof checklistItemStates)[number];

/** `read-do`: one item at a time, read and done. `do-confirm`: done from memory, confirmed together at a pause. */
export const checklistModes = ['read-do', 'do-confirm'] as const;
export type ChecklistMode = (typeof checklistModes)[number];

/** Transitions for which an organisation may require items of a checklist. */
export const gatedTransitions = ['accept', 'fix', 'mitigate', 'resolve', 'review', 'close'] as const;
export type GatedTransition = (typeof gatedTransitions)[number];

/** How exactly the log knows when something happened. `between` has an `endAt`; `derived` was computed from another record. */
export const precisions = ['exact', 'minute', 'hour', 'day', 'approx', 'between', 'derived'] as const;
export type Precision = (typeof precisions)[number];

export const modes = ['live', 'drill', 'backfilled', 'imported'] as const;
export type Mode = (typeof modes)[number];

export const milestoneNames = ['impactStart', 'detected', 'declared', 'acknowledged', 'mitigated', 'resolved'] as const;
export type MilestoneName = (typeof milestoneNames)[number];

export const detectionSources = ['monitor', 'customer', 'staff', 'partner', 'drill'] as const;
export type DetectionSource = (typeof detectionSources)[number];

/** How far a follow-up has come; `wontDo` is said by its reason alone. */
export const followUpStates = ['open', 'started', 'done'] as const;
export type FollowUpState = (typeof followUpStates)[number];

export const followUpKinds = ['prevent', 'mitigate', 'detect', 'process'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** The door an event came through. */
export const vias = ['app', 'browser', 'cli', 'api', 'system', 'import'] as const;
export type Via = (typeof vias)[number];

/** `pdf` and `docx` are bytes, the others are text. */
export const exportFormats = ['md', 'html', 'json', 'pdf', 'docx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Whether what the log gives for a section stays beside the words of people, or gives way to them. */
export const generatedParts = ['kept', 'replaced'] as const;
export type GeneratedPart = (typeof generatedParts)[number];

export const meetingStates = ['running', 'ended'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** The actor of events that no person wrote. */
export const systemActor = 'system';
/** The actor of events read from a file. */
export const importActor = 'import';
