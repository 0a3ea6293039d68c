/** What a view knows of messages on their way and of checklists. Times are ms since epoch, UTC. */
import type {
  Audience,
  ChecklistItemState,
  ChecklistMode,
  ChecklistState,
  DeliveryState,
  DraftState,
  GatedTransition,
} from '../vocabulary/words.ts';

/** A message before it goes out. */
export interface DraftView {
  readonly id: string;
  /** `u1`, `u2` … */
  readonly label: string;
  readonly state: DraftState;
  readonly audiences: readonly Audience[];
  readonly text: string;
  readonly nextAt?: number;
  readonly final: boolean;
  readonly template?: string;
  /** Who wrote it last. */
  readonly by: string;
  /** Since when it reads as it does: the wait for an approval is counted from here. */
  readonly since: number;
  readonly approvedBy?: string;
  readonly approvedAt?: number;
  /** The event that sent it. */
  readonly sent?: string;
}

/** One message on its way over one channel. */
export interface DeliveryView {
  readonly update: string;
  readonly channel: string;
  readonly name: string;
  readonly state: DeliveryState;
  /** The console that wrote the message: it alone sends it. */
  readonly origin: string;
  readonly queuedAt: number;
  /** Attempts that began. */
  readonly attempts: number;
  readonly retryAt?: number;
  readonly arrivedAt?: number;
  readonly lateMs?: number;
  /** Why it was refused, is uncertain or was let go. */
  readonly why?: string;
}

export interface ChecklistItemView {
  readonly id: string;
  readonly says: string;
  readonly required?: GatedTransition;
  readonly state: ChecklistItemState;
  readonly at?: number;
  readonly by?: string;
  readonly reason?: string;
}

/** One opening of a list; a list that is gone through again has another. */
export interface ChecklistView {
  readonly id: string;
  /** `c1`, `c2` … */
  readonly label: string;
  /** The playbook's key. */
  readonly list: string;
  readonly title: string;
  readonly mode: ChecklistMode;
  /** Hex SHA-256 of the list's content. */
  readonly hash: string;
  readonly state: ChecklistState;
  readonly items: readonly ChecklistItemView[];
  readonly openedAt: number;
  readonly openedBy: string;
}
