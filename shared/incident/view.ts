/** What a console knows of one incident: the fold of its log. Plain data, immutable, and safe to send or store as JSON. Times are ms since epoch, UTC. */
import type { Playbook } from '../playbook/schema.ts';
import type {
  ActivePhase,
  Audience,
  BuiltInRole,
  CadenceState,
  CommandState,
  DetectionSource,
  EntryKind,
  ExportFormat,
  Focus,
  FollowUpKind,
  FollowUpState,
  MilestoneName,
  Mode,
  Phase,
  Precision,
  RoleId,
  RoleState,
  Severity,
  Standing,
  StatusWord,
  Tempo,
  Via,
} from '../vocabulary/words.ts';
import type { ChecklistView, DeliveryView, DraftView } from './promise-view.ts';
import type { MeetingView, SectionView } from './review-view.ts';
import type { ActionDetails, DecisionView, HypothesisView, LeverView, QuestionView, TaskView, WorkstreamView } from './work-view.ts';

/** Raised whenever the shape or the meaning of the view changes: older checkpoints are then dropped and folded anew. */
export const viewVersion = 4;

/** One event as the timeline shows it. Its text comes from `describeItem`, its amended form from `timelineOf`. */
export interface TimelineItem {
  readonly id: string;
  readonly type: string;
  readonly body: unknown;
  readonly occurredAt: number;
  readonly endAt?: number;
  readonly precision: Precision;
  readonly recordedAt: number;
  readonly origin: string;
  readonly seq: number;
  readonly actor: string;
  readonly via: Via;
  readonly by?: string;
  /** `contested`: its place in the order made it impossible, so it changed nothing. `unknown`: a newer console wrote it. `erased`: its text is gone. */
  readonly standing: 'plain' | 'contested' | 'unknown' | 'erased';
  /** Written when the incident had already ended. */
  readonly afterClosing?: true;
}

/** What a later event changed about an entry; the original stays in the log. */
export interface Amendment {
  readonly event: string;
  readonly actor: string;
  readonly recordedAt: number;
  readonly text?: string;
  readonly kind?: EntryKind;
  readonly occurredAt?: number;
  readonly endAt?: number;
  readonly precision?: Precision;
  readonly reason?: string;
  readonly redacted?: true;
  readonly starred?: boolean;
  readonly tags?: readonly string[];
}

export interface PersonView {
  readonly id: string;
  /** `null` once the name was erased. */
  readonly name: string | null;
  readonly contact?: string;
  readonly joinedAt: number;
  /** Another id of the same person. */
  readonly sameAs?: string;
  /** A team is asked and released like a person, and is never here. */
  readonly kind: 'person' | 'team';
  readonly standing: Standing;
  readonly standingSince: number;
  /** What they were asked, or why they were ruled out. */
  readonly standingNote?: string;
  /** Until when they rest. */
  readonly until?: number;
  /** Since when they have been awake, as they say. */
  readonly awakeSince?: number;
}

/** From when to when somebody stood somewhere: the basis of person-hours. */
export interface StandingInterval {
  readonly person: string;
  readonly standing: Standing;
  readonly from: number;
  readonly to?: number;
}

/** A handoff of command under way. The old holder is responsible until it is confirmed. */
export interface HandoffView {
  readonly offer: string;
  readonly from: string;
  readonly to: string;
  readonly offeredAt: number;
  /** After this it goes back to held, unless it was accepted. */
  readonly expiresAt: number;
  readonly reason?: string;
  /** What was written down for whoever takes over; absent once it was erased. */
  readonly brief?: readonly { readonly heading: string; readonly lines: readonly string[] }[];
  readonly acceptedAt?: number;
  readonly readBack?: string;
}

/** Where this incident went, or what came into it. */
export interface MergeView {
  readonly incident: string;
  readonly label: string;
  readonly title: string;
  readonly at: number;
  readonly event: string;
}

/** What an audience of an absorbed incident is owed here until it hears something, or the incident leaves. */
export interface OwedView {
  readonly audience: Audience;
  readonly promisedAt?: number;
  /** It was told something, and not yet that it is over. */
  readonly received?: true;
  /** What somebody had set by hand there. */
  readonly deadline?: NonNullable<CadenceView['deadline']>;
}

/** An incident that came into this one, and what it brought. */
export interface AbsorbedView extends MergeView {
  readonly impact?: string;
  readonly tasks: readonly string[];
  /** People who were not here before. */
  readonly people: readonly string[];
  readonly owed: readonly OwedView[];
}

export interface RoleView {
  readonly state: RoleState;
  readonly holder?: string;
  /** Since when it has been held, or vacant. */
  readonly since?: number;
}

export interface RoleInterval {
  readonly role: RoleId;
  readonly person: string;
  readonly from: number;
  readonly to?: number;
}

/** The clock of one audience. A target comes from the playbook and may move; a promise is in a message that was sent, and only a newer message moves it. */
export interface CadenceView {
  readonly state: CadenceState;
  /** The event that set the present target: part of the deadline's key. */
  readonly setBy?: string;
  /** From when the target is reckoned. */
  readonly since?: number;
  readonly target?: number;
  readonly promise?: { readonly at: number; readonly event: string };
  readonly lastSentAt?: number;
  /** Whether the audience ever received a message, and whether the last one was final. */
  readonly received: boolean;
  readonly final: boolean;
  /** A deadline that somebody set by hand, such as a legal one; only a message to the audience meets it. */
  readonly deadline?: { readonly at: number; readonly event: string; readonly says?: string };
  /** Snoozing is allowed once in a row. */
  readonly snoozed: boolean;
  /** What this incident itself said, while an absorbed one has added what it owed. */
  readonly own?: Pick<CadenceView, 'promise' | 'received' | 'final' | 'deadline'>;
}

export interface MilestoneView {
  /** `null`: asked, and not known. */
  readonly at: number | null;
  readonly precision: Precision;
  readonly event: string;
  readonly note?: string;
  readonly reason?: string;
}

export interface UpdateView {
  readonly id: string;
  readonly audiences: readonly Audience[];
  readonly text: string;
  readonly sentAt: number;
  readonly nextAt?: number;
  readonly final: boolean;
  readonly actor: string;
  readonly status?: StatusWord;
  readonly approval?: 'approved' | 'unapproved';
}

export interface FollowUpView {
  readonly id: string;
  /** `f1`, `f2` … in log order. */
  readonly label: string;
  readonly text: string;
  readonly owner?: string;
  /** ISO date, `2026-11-30`. */
  readonly due?: string;
  readonly kind?: FollowUpKind;
  /** Why it will not be done. */
  readonly wontDo?: string;
  /** Open unless somebody said more. */
  readonly state: FollowUpState;
  /** Since when it is in its present state. */
  readonly since: number;
  readonly link?: string;
  readonly addedAt: number;
}

export interface ImportView {
  readonly sourceId: string;
  readonly contentHash: string;
  readonly organisation?: string;
  readonly fictional: boolean;
  readonly completeness?: string;
  readonly sourceTimezone?: string;
  readonly sources: readonly { readonly url: string; readonly type: string; readonly note?: string }[];
  readonly notes: readonly string[];
  readonly conflicts: readonly string[];
}

export interface PhaseInterval {
  readonly phase: Phase;
  readonly from: number;
  readonly to?: number;
}

export interface IncidentView {
  readonly version: number;
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly mode: Mode;
  /** IANA zone in which the incident's wall times are typed and shown. */
  readonly zone: string;
  readonly links: { readonly call?: string; readonly chat?: string };
  readonly foundBy?: DetectionSource;
  readonly declaredAt?: number;
  readonly phase: Phase;
  /** The phase that waking or unmerging comes back to. */
  readonly resumeTo?: ActivePhase;
  readonly phases: readonly PhaseInterval[];
  readonly command: CommandState;
  readonly severity?: Severity;
  /** Since when it has had this severity, or was last said to keep it: what asks whether to raise it runs from here. */
  readonly severitySince?: number;
  /** Since when it has had this severity, whoever confirmed it meanwhile. */
  readonly gradedAt?: number;
  /** Since when the severity has been 1 or 2: first-post targets run from here. */
  readonly majorSince?: number;
  readonly impact?: { readonly text: string; readonly at: number; readonly by: string };
  readonly impacts: readonly { readonly from: number; readonly to?: number }[];
  readonly milestones: { readonly [name in MilestoneName]?: MilestoneView };
  readonly mitigation?: { readonly at: number; readonly relief: 'full' | 'partial'; readonly event: string };
  readonly summary?: { readonly text: string; readonly at: number; readonly by: string };
  readonly people: { readonly [id: string]: PersonView };
  readonly roles: { readonly [role in BuiltInRole]?: RoleView } & { readonly [role: string]: RoleView | undefined };
  readonly roleIntervals: readonly RoleInterval[];
  readonly handoff?: HandoffView;
  /** How the last handoffs ended, the newest last. */
  readonly handoffs: readonly {
    readonly offer: string;
    readonly from: string;
    readonly to: string;
    readonly at: number;
    readonly how: 'confirmed' | 'unconfirmed' | 'spoken' | 'declined' | 'expired' | 'overtaken';
  }[];
  /** Two consoles gave a role to different people without knowing of each other: whom the log set aside, and who holds it. Whoever sees it settles it by their next word on the role. */
  readonly roleConflicts: readonly { readonly role: RoleId; readonly people: readonly [string, string]; readonly event: string }[];
  /** The commander's hands-on episode, and when they last took work on; it is over after a while without (`people/hands-on.ts`). */
  readonly handsOn?: { readonly person: string; readonly since: number; readonly lastAt: number; readonly event: string };
  readonly relief?: { readonly person: string; readonly from: number; readonly event: string };
  /** Who in command said that nobody can relieve them, and when. */
  readonly noRelief?: { readonly person: string; readonly at: number };
  readonly standingIntervals: readonly StandingInterval[];
  readonly cadences: { readonly [audience in Audience]: CadenceView };
  readonly updates: readonly UpdateView[];
  /** In log order, those that were sent or discarded too. */
  readonly drafts: readonly DraftView[];
  /** In the order in which they were queued. */
  readonly deliveries: readonly DeliveryView[];
  readonly checklists: readonly ChecklistView[];
  readonly followUps: readonly FollowUpView[];
  /** Sections of the draft in people's words, by what they mean. */
  readonly sections: { readonly [section: string]: SectionView };
  readonly meetings: readonly MeetingView[];
  /** In log order, all of them: those that ended stay to be seen. */
  readonly tasks: readonly TaskView[];
  readonly hypotheses: readonly HypothesisView[];
  readonly decisions: readonly DecisionView[];
  readonly levers: readonly LeverView[];
  readonly actionDetails: { readonly [entry: string]: ActionDetails };
  readonly questions: readonly QuestionView[];
  readonly workstreams: readonly WorkstreamView[];
  readonly can?: { readonly text: string; readonly at: number; readonly by: string };
  readonly focus: Focus;
  readonly tempo: Tempo;
  readonly tempoSince?: number;
  readonly exitCriteria?: string;
  readonly incidentType?: string;
  /** Words by which it is found again. */
  readonly labels: readonly string[];
  readonly mergedInto?: MergeView & { readonly moved: readonly string[] };
  readonly absorbed: readonly AbsorbedView[];
  readonly exports: readonly {
    readonly template: string;
    readonly format: ExportFormat;
    readonly at: number;
    readonly actor: string;
    readonly anonymous?: boolean;
    readonly published?: string;
  }[];
  readonly pause?: {
    readonly until: number;
    readonly watcher: string;
    readonly impact: string;
    readonly note?: string;
    readonly event: string;
  };
  readonly review?: { readonly owner?: string; readonly template: string; readonly dueAt: number | null };
  readonly endedAt?: number;
  readonly imported?: ImportView;
  /** The origin of the import's events, derived from the file's id and content. */
  readonly importOrigin?: string;
  /** Overrides, each with what was not met and why a person went on. */
  readonly overrides: readonly {
    readonly event: string;
    readonly type: string;
    readonly reason: string;
    readonly unmet: readonly string[];
    readonly at: number;
  }[];
  readonly playbook?: Playbook;
  readonly playbookHash?: string;
  readonly consoles: { readonly [origin: string]: { readonly appVersion: string; readonly platform: string; readonly publicKey: string } };
  /** Deadlines that the log has recorded, by key. */
  readonly fallen: { readonly [key: string]: { readonly event: string; readonly at: number } };
  /** Whether an action was logged, and how many: the mitigating action that `fix.start` asks for. */
  readonly actions: number;
  /** How many entries people wrote or a file held. */
  readonly entries: number;
  /** Timeline items in log order, in blocks, so that adding one copies little. */
  readonly items: readonly (readonly TimelineItem[])[];
  readonly amendments: { readonly [entry: string]: readonly Amendment[] };
  readonly contested: readonly { readonly event: string; readonly type: string; readonly why: string }[];
  /** Events of a newer console's catalogue: kept, shown, folded after an upgrade. */
  readonly unknown: readonly { readonly event: string; readonly type: string; readonly v: number }[];
  readonly forks: readonly { readonly event: string; readonly origin: string; readonly seq: number }[];
  /** How many events were folded. */
  readonly events: number;
}

/** The whole state of a fold, as a checkpoint or a reset carries it: the view, which causes were counted, and the last event folded. */
export interface FoldState {
  readonly view: IncidentView;
  readonly seen: readonly string[];
  readonly last?: { readonly hlc: string; readonly origin: string; readonly seq: number };
}
