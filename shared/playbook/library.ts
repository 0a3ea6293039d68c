/** Folds the playbook's stream: any set of events, in any order of arrival, puts the same playbook in force on every console that can read it. */
import type { LogEvent } from '../log/event.ts';
import { splitForks } from '../log/forks.ts';
import { byClock } from '../log/order.ts';
import type { Result } from '../result.ts';
import { err, ok } from '../result.ts';
import { playbookEvents, playbookEventVersion } from './library-events.ts';
import { playbookHash } from './library-hash.ts';
import type { PlaybookFault } from './playbook-fault.ts';
import type { Playbook } from './schema.ts';
import { writePlaybook } from './write-playbook.ts';

/** The id of the shipped playbook, where a version's could stand. */
export const defaultVersion = 'default';

/** One playbook that was saved. Times are ms since epoch, UTC. */
export interface PlaybookVersion {
  /** The event that saved it. */
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly version: string;
  readonly savedAt: number;
  /** Name of whoever saved it. */
  readonly by?: string;
  readonly note?: string;
  /** Whether this console can read it; one that cannot be read is never in force here. */
  readonly readable: boolean;
}

export interface PlaybookLibrary {
  /** In force: the last by clock that reads, or the shipped one. */
  readonly inForce: {
    readonly id: string;
    readonly text: string;
    readonly playbook: Playbook;
    readonly hash: string;
    readonly source: 'default' | 'saved';
  };
  /** Why a newer one is not in force: its faults, as this console reads it. Empty where there is none. */
  readonly faults: readonly PlaybookFault[];
  /** The newest first. */
  readonly versions: readonly PlaybookVersion[];
}

/** How a text is read; the core remembers what it read. */
export type ReadText = (text: string) => Result<Playbook, readonly PlaybookFault[]>;

/** What ships with the console: in force until something is saved. */
export interface ShippedPlaybook {
  readonly text: string;
  readonly playbook: Playbook;
  /** See `playbookHash`. */
  readonly hash: string;
}

/** A playbook as one that ships. Its text is written when somebody asks for it: a console starts, and declares, without. */
export function shippedAs(playbook: Playbook): ShippedPlaybook {
  let text: string | undefined;
  return {
    playbook,
    hash: playbookHash(playbook),
    get text() {
      text ??= writePlaybook(playbook);
      return text;
    },
  };
}

interface Saved {
  readonly version: PlaybookVersion;
  readonly text: string;
  readonly read: Result<Playbook, readonly PlaybookFault[]>;
}

/** The library as these events tell it. Forks are set aside, one cause counts once, and what was erased is gone. */
export function libraryOf(events: readonly LogEvent[], shipped: ShippedPlaybook, read: ReadText): PlaybookLibrary {
  const seen = new Set<string>();
  const saved = [...splitForks(events).canonical].sort(byClock).flatMap((event) => {
    const cause = JSON.stringify(event.cause);
    const one = seen.has(cause) ? undefined : savedBy(event, read);
    if (one) seen.add(cause);
    return one ? [one] : [];
  });
  const last = saved.findLast((one) => one.read.ok);
  const newest = saved.at(-1);
  return {
    inForce: last?.read.ok
      ? { id: last.version.id, text: last.text, playbook: last.read.value, hash: playbookHash(last.read.value), source: 'saved' }
      : {
          id: defaultVersion,
          playbook: shipped.playbook,
          hash: shipped.hash,
          source: 'default',
          get text() {
            return shipped.text;
          },
        },
    faults: newest?.read.ok === false ? newest.read.error : [],
    versions: saved.map(({ version }) => version).toReversed(),
  };
}

/** The text of a version, as it was saved; undefined where it was erased, or there is no such version. */
export function savedText(events: readonly LogEvent[], id: string): string | undefined {
  const event = events.find((one) => one.id === id && one.type === 'playbook.saved');
  const parsed = playbookEvents['playbook.saved'].safeParse(event?.body);
  return parsed.success ? parsed.data.text : undefined;
}

function savedBy({ id, type, v, body, recordedAt }: LogEvent, read: ReadText): Saved | undefined {
  if (type !== 'playbook.saved') return undefined;
  const parsed = playbookEvents['playbook.saved'].safeParse(body);
  if (!parsed.success) return undefined;
  const { text, hash, name, version, note, by } = parsed.data;
  const answer = v === playbookEventVersion ? read(text) : err([ofNewerConsole]);
  return {
    text,
    read: answer.ok ? ok(answer.value) : answer,
    version: {
      id,
      hash,
      name,
      version,
      savedAt: recordedAt,
      ...(by !== undefined && { by }),
      ...(note !== undefined && { note }),
      readable: answer.ok,
    },
  };
}

const ofNewerConsole: PlaybookFault = {
  line: 1,
  column: 1,
  path: '',
  message: 'was saved by a newer Wheelhouse, in a form that this one does not know; install the newer one to use it',
};
