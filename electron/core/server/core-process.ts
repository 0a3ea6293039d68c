/** The core as a process of its own beside Electron's: opens the log, serves ports, and says what the shell must know. Imports nothing of Electron. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Console } from '../console.ts';
import { openConsole } from '../console.ts';
import { AskedKeychain } from '../outbox/asked-keychain.ts';
import { AskedPrinter } from '../studio/pdf/asked-printer.ts';
import type { HttpDoor } from './http-server.ts';
import type { CoreToMain, KeychainAnswer, MainToCore, PrintAnswer, SnoozeMessage, StartMessage } from './port-protocol.ts';
import { servePort } from './port-server.ts';
import { secretHash } from './secrets.ts';
import { socketAddress } from './socket-address.ts';
import type { SocketDoor } from './socket-server.ts';
import { openSocketDoor } from './socket-server.ts';

/** What is used of Electron's `MessagePortMain`. */
interface TransferredPort {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: 'message' | 'close', listener: (event: { readonly data: unknown }) => void) => unknown;
  readonly start: () => void;
}

/** What is used of `process.parentPort` in a utility process. */
export interface ParentPort {
  readonly postMessage: (message: CoreToMain) => void;
  readonly on: (
    event: 'message',
    listener: (event: { readonly data: MainToCore; readonly ports: readonly TransferredPort[] }) => void,
  ) => unknown;
}

/** Serves a parent until it says stop. `exit` ends the process. */
export function runCore(parent: ParentPort, exit: (code: number) => void): void {
  const core = new CoreProcess(parent, exit);
  // One message at a time: what comes before the log is open waits for it.
  let before = Promise.resolve();
  parent.on('message', ({ data, ports }) => {
    // What a message in hand waits for must not wait behind it.
    if (data.type === 'keychain') return core.keychain.receive(data);
    if (data.type === 'printed') return core.printer.receive(data);
    before = before.then(() => core.receive(data, ports));
  });
}

class CoreProcess {
  readonly #parent: ParentPort;
  readonly #exit: (code: number) => void;
  readonly keychain: AskedKeychain;
  readonly printer: AskedPrinter;
  #console: Console | undefined;
  #socket: SocketDoor | undefined;
  #door: Promise<Result<HttpDoor, ApiError>> | undefined;

  constructor(parent: ParentPort, exit: (code: number) => void) {
    this.#parent = parent;
    this.#exit = exit;
    this.keychain = new AskedKeychain((question) => parent.postMessage(question));
    this.printer = new AskedPrinter((question) => parent.postMessage(question));
  }

  async receive(message: Exclude<MainToCore, KeychainAnswer | PrintAnswer>, ports: readonly TransferredPort[]): Promise<void> {
    if (message.type === 'start') return this.#start(message);
    if (message.type === 'stop') return this.#stop();
    if (message.type === 'wake') return this.#console?.wake();
    if (message.type === 'snooze') return this.#snooze(message);
    const [port] = ports;
    if (port && this.#console) this.#serve(port, this.#console);
  }

  async #start(start: StartMessage): Promise<void> {
    try {
      const opened = await openConsole({
        ...start,
        keychain: this.keychain,
        printer: this.printer,
        door: async () => {
          const door = await this.#openDoor(start);
          return door.ok ? ok(door.value.url) : door;
        },
        onNudge: (nudge) => this.#parent.postMessage({ type: 'nudge', nudge }),
        onChange: () => this.#tellOpen(),
      });
      if (!opened.ok) return this.#fail(opened.error.error, opened.error.pid);
      const console = opened.value;
      this.#console = console;
      this.#socket = await openSocketDoor(console.router, socketAddress(start.dataDir), () => console.owner('cli'));
      this.#parent.postMessage({ type: 'ready' });
      console.desk.hub.open({ after: Number.MAX_SAFE_INTEGER }, async (told) => {
        if (told.type === 'status') this.#parent.postMessage({ type: 'status', status: told.status });
      });
      this.#tellOpen();
    } catch (error) {
      this.#fail({
        code: 'not-recording',
        message: `The log could not be opened: ${error instanceof Error ? error.message : String(error)}`,
      });
    }
  }

  /** Off until somebody is invited: nothing listens on a network interface before. */
  #openDoor(start: StartMessage): Promise<Result<HttpDoor, ApiError>> {
    this.#door ??= this.#listen(start);
    return this.#door;
  }

  async #listen({ appVersion, rendererDir }: StartMessage): Promise<Result<HttpDoor, ApiError>> {
    const console = this.#console;
    if (!console) return err({ code: 'not-recording', message: 'The log is not open.' });
    const { openHttpDoor } = await import('./http-server.ts');
    const opened = await openHttpDoor({
      router: console.router,
      sessions: console.sessions,
      // Nobody is told this token: the owner has the app, and others come with an invitation.
      tokenHash: secretHash(randomBytes(32).toString('hex')),
      owner: () => console.owner('api'),
      monotonic: () => performance.now(),
      appVersion,
      port: 0,
      ...(rendererDir === undefined ? {} : { rendererDir }),
    });
    if (opened.ok) return opened;
    this.#door = undefined;
    return err({ code: 'not-recording', message: `Nobody can join: ${opened.error}.` });
  }

  #serve(port: TransferredPort, console: Console): void {
    servePort(
      console.router,
      {
        postMessage: (message) => port.postMessage(message),
        on: (event, listener) => port.on(event, (posted) => listener(posted?.data)),
      },
      () => console.owner('app'),
    );
    port.start();
  }

  /** The charts decide whether it may be, as for a line that somebody types. */
  async #snooze({ incidentId, audience, from }: SnoozeMessage): Promise<void> {
    const incident = this.#console?.desk.list().find(({ id }) => id === incidentId);
    const console = this.#console;
    if (console === undefined || incident === undefined) return;
    const command = { commandId: randomUUID(), incidentId, type: 'cadence.snooze', audience, reason: `Snoozed from the ${from}` };
    const answer = await console.router.call(console.owner('app'), 'commands.run', command);
    if (answer.ok) return;
    this.#parent.postMessage({
      type: 'notSnoozed',
      incidentId,
      title: incident.title || incident.label,
      audience,
      why: answer.error.message,
    });
  }

  #tellOpen(): void {
    const incidents = this.#console?.desk.list().filter(({ ended }) => !ended);
    if (incidents) this.#parent.postMessage({ type: 'open', incidents });
  }

  #fail(error: ApiError, pid?: number): void {
    this.#parent.postMessage({ type: 'failed', error, ...(pid === undefined ? {} : { pid }) });
    this.#exit(1);
  }

  async #stop(): Promise<void> {
    const door = await this.#door;
    if (door?.ok) await door.value.close();
    await this.#socket?.close();
    await this.#console?.close();
    this.#parent.postMessage({ type: 'stopped' });
    this.#exit(0);
  }
}

const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort;
// Messages to the parent leave before the process does: an exit in the same turn would drop them.
if (parentPort) runCore(parentPort, (code) => setImmediate(() => process.exit(code)));
