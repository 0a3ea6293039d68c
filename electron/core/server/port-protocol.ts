/** The messages between the core and the processes that stand around it: windows over a MessagePort, the command line over a socket, and Electron's main process over the parent port. Types only. */
import type { StreamRequest } from '../../../shared/api/bridge.ts';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { ProcedureName } from '../../../shared/api/procedures.ts';
import type { ConsoleStatus, IncidentSummary, StreamMessage } from '../../../shared/api/wire.ts';
import type { Result } from '../../../shared/result.ts';
import type { Audience } from '../../../shared/vocabulary/words.ts';

/**
 * What a client sends. `id` is the client's own number, unique on this port.
 *
 *     { id, name, input }      one call; answered once by `PortAnswer`
 *     { id, stream: {…} }      opens a stream; answered by any number of `PortStreamMessage`, or by one failed `PortAnswer`
 *     { id, close: true }      closes the stream with that id; not answered
 */
export type PortRequest =
  | { readonly id: number; readonly name: ProcedureName; readonly input: unknown }
  | { readonly id: number; readonly stream: StreamRequest }
  | { readonly id: number; readonly close: true };

/** The answer to a call: the same as a `Result`, with the id of its request. */
export type PortAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: ApiError };

/** One message of an open stream. */
export interface PortStreamMessage {
  readonly id: number;
  readonly message: StreamMessage;
}

export type PortReply = PortAnswer | PortStreamMessage;

/**
 * What Electron's main process posts to the core's utility process.
 *
 *     start     once, first. The core answers `ready` or `failed`.
 *     connect   with exactly one MessagePortMain in the transfer list: the port then speaks `PortRequest` / `PortReply`,
 *               with the scope of the owner and `via: 'app'`. May be posted before `ready`: the port is served once the core is.
 *     wake      the machine resumed from sleep, or its clock or zone changed.
 *     snooze    the owner puts the clock of an audience off, from a notification or the tray; `notSnoozed` where that cannot be
 *     keychain  the answer to a question of the core's, with its id.
 *     printed   the answer to a `print` of the core's, with its id.
 *     stop      close cleanly; answered by `stopped`, and the process then ends with code 0.
 */
export type MainToCore =
  | SnoozeMessage
  | StartMessage
  | { readonly type: 'connect' }
  | { readonly type: 'wake' }
  | KeychainAnswer
  | PrintAnswer
  | { readonly type: 'stop' };

/** Asks the operating system's keychain to seal a text, or to open one that it sealed (base64). `id` is the core's own number. */
export interface KeychainQuestion {
  readonly type: 'keychain';
  readonly id: number;
  readonly act: 'seal' | 'open';
  readonly text: string;
}

/** The error says in words for people what is missing and what to do. */
export interface KeychainAnswer {
  readonly type: 'keychain';
  readonly id: number;
  readonly answer: Result<string, string>;
}

/** Asks for the pages of an HTML document as a PDF. `id` is the core's own number. */
export interface PrintQuestion {
  readonly type: 'print';
  readonly id: number;
  readonly html: string;
}

/** The error says in words for people what went wrong and what to do. */
export interface PrintAnswer {
  readonly type: 'printed';
  readonly id: number;
  readonly answer: Result<Uint8Array, string>;
}

export interface SnoozeMessage {
  readonly type: 'snooze';
  readonly incidentId: string;
  readonly audience: Audience;
  /** Where the person did it: part of the reason that is recorded. */
  readonly from: 'notification' | 'tray';
}

export interface StartMessage {
  readonly type: 'start';
  /** The data folder; created where it is absent. */
  readonly dataDir: string;
  readonly appVersion: string;
  /** IANA zone of this machine, the default for new incidents. */
  readonly zone: string;
  /** Name of the person at this machine, used until they give another: the operating system's user name. */
  readonly ownerName: string;
  /** Folder of the built renderer: the browser face that an invitation opens. */
  readonly rendererDir?: string;
  /** Folder of the samples that ship with the console; default: `resources/samples` beside the sources. */
  readonly samplesDir?: string;
}

/**
 * What the core posts to Electron's main process.
 *
 *     ready     the log is open and ports are served
 *     failed    the log could not be opened: the process ends with code 1 right after. `pid` names the other core that holds the data folder
 *     status    whether the log records, and what a person must know; posted at `ready` and at every change
 *     open      every incident that is open, at `ready` and at every change: for the tray, for keeping the machine awake, and for the question before quitting
 *     nudge     a clock that a person should look at now, for a native notification
 *     notSnoozed  a clock was to be put off and was not, with the reason in words
 *     keychain  asks for a text to be sealed or opened; answered once by `keychain`, also while other messages wait
 *     print     asks for a document to be printed; answered once by `printed`, also while other messages wait
 *     stopped   everything is on disk and closed
 */
export type CoreToMain =
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly error: ApiError; readonly pid?: number }
  | { readonly type: 'status'; readonly status: ConsoleStatus }
  | { readonly type: 'open'; readonly incidents: readonly IncidentSummary[] }
  | { readonly type: 'nudge'; readonly nudge: Nudge }
  | KeychainQuestion
  | PrintQuestion
  | { readonly type: 'notSnoozed'; readonly incidentId: string; readonly title: string; readonly audience: Audience; readonly why: string }
  | { readonly type: 'stopped' };

/** A clock that has reached its moment. Never an event of the log: a notification that nobody saw is not a fact about the incident. */
export interface Nudge {
  readonly incidentId: string;
  readonly label: string;
  readonly title: string;
  readonly mode: 'live' | 'drill';
  /** `update`: our own target. `promise`: a time that was given to an audience. `pause`: the pause is over. `triage`: time to decide whether this is an incident. `relief`: the planned relief of the commander. `deadline`: a time that somebody set by hand for an audience. `timebox`: the time of a task, a test or a workstream is up. */
  readonly kind: 'update' | 'promise' | 'deadline' | 'pause' | 'triage' | 'relief' | 'timebox';
  readonly audience?: Audience;
  /** Of a timebox: what it is on. */
  readonly thing?: { readonly label: string; readonly text: string };
  /** The name of whoever it is for, where that is not the owner of this console but somebody who has none of their own. */
  readonly for?: string;
  /** The clock may be put off from here. */
  readonly maySnooze?: true;
  /** ms since epoch, UTC. */
  readonly dueAt: number;
  /** `due` at the moment itself, `late` five minutes after it. */
  readonly when: 'due' | 'late';
  /** The deadline's key: the same key and `when` are never nudged twice by one run of the core. */
  readonly key: string;
}
