/** What the world lends to a decision: the moment, the person, ids, and for a declaration its name, zone and rules. */
import type { Playbook } from '../playbook/schema.ts';

export interface DecideContext {
  /** Ms since epoch, UTC. */
  readonly now: number;
  /** The person at the keyboard; the session sets it, a command cannot. */
  readonly actor: { readonly id: string; readonly name: string };
  readonly newId: () => string;
  /** For a declaration: the short name that the new incident gets, such as `inc-7`. */
  readonly label: string;
  /** IANA zone of the declarer. */
  readonly zone: string;
  readonly playbook: Playbook;
  /** Channels of this console that a message may go out by. */
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  /** Hex SHA-256 of the playbook's content. */
  readonly playbookHash: string;
}
