/** What a view knows of the review: sections in people's words, and meetings. Times are ms since epoch, UTC. */
import type { GeneratedPart, MeetingState } from '../vocabulary/words.ts';

/** The words of people for a section of the draft, as they read now. */
export interface SectionView {
  /** Markdown. */
  readonly text: string;
  readonly generated: GeneratedPart;
  /** The template in which it was written. */
  readonly template: string;
  /** Hash of what the log gave for the section when this was written. */
  readonly basis?: string;
  readonly at: number;
  readonly by: string;
  /** The event that wrote it. */
  readonly event: string;
}

export interface MeetingView {
  readonly id: string;
  readonly state: MeetingState;
  readonly begunAt: number;
  readonly facilitator?: string;
  readonly agenda: readonly { readonly part: string; readonly says: string; readonly minutes: number }[];
  /** Where the meeting was, in order; the last one has no end while the meeting goes on. */
  readonly parts: readonly { readonly part: string; readonly from: number; readonly to?: number }[];
  readonly endedAt?: number;
}
