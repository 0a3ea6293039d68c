/** Keeps the core running: starts its utility process, hands pages their ports to it, and starts it again when it dies. */
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import type { ApiError } from '../../shared/api/errors.ts';
import type { Audience } from '../../shared/vocabulary/words.ts';
import type {
  CoreToMain,
  KeychainAnswer,
  KeychainQuestion,
  MainToCore,
  PrintAnswer,
  PrintQuestion,
  SnoozeMessage,
  StartMessage,
} from '../core/server/port-protocol.ts';

export interface CoreEvents {
  /** A core is up: pages want new ports. */
  readonly onStarted: () => void;
  /** The core is gone, and with it every port. It is being started again. */
  readonly onLost: (why: string) => void;
  /** The core could not open its log; it will be tried again. */
  readonly onFailed: (error: ApiError, pid: number | undefined) => void;
  /** The core asks for the keychain. */
  readonly onKeychain: (question: KeychainQuestion) => KeychainAnswer;
  /** The core asks for a document to be printed. Never throws. */
  readonly onPrint: (question: PrintQuestion) => Promise<PrintAnswer>;
  readonly onMessage: (message: Extract<CoreToMain, { readonly type: 'status' | 'open' | 'nudge' | 'notSnoozed' }>) => void;
}

/** Waiting times before a new start, ms: at once for an accident, slower for a fault that stays. */
const waits = [0, 250, 1_000, 5_000, 15_000, 30_000] as const;
/** A core that has lived so long counts as healthy: the next accident is the first again. */
const healthyAfter = 60_000;
/** How long a core may take to close its log before it is killed, ms. Everything acknowledged is on disk anyway. */
const stopPatience = 5_000;

export class CoreKeeper {
  readonly #file: string;
  readonly #start: () => StartMessage;
  readonly #events: CoreEvents;
  #process: UtilityProcess | undefined;
  #attempts = 0;
  #retry: NodeJS.Timeout | undefined;
  #stopping = false;
  #failed = false;

  /** `start` is asked anew for each start: the zone of the machine may have changed. */
  constructor(file: string, start: () => StartMessage, events: CoreEvents) {
    this.#file = file;
    this.#start = start;
    this.#events = events;
  }

  start(): void {
    clearTimeout(this.#retry);
    if (this.#process || this.#stopping) return;
    const startedAt = performance.now();
    const core = utilityProcess.fork(this.#file, [], { serviceName: 'Wheelhouse core', stdio: 'inherit' });
    this.#process = core;
    this.#failed = false;
    core.on('message', (message: CoreToMain) => this.#receive(message));
    core.on('exit', () => {
      this.#process = undefined;
      if (!this.#stopping) this.#comeBack(performance.now() - startedAt);
    });
    this.#post(this.#start());
    this.#events.onStarted();
  }

  /** Makes a new port to the core; undefined while there is none. A core that is still opening its log serves the port once it has. */
  connect(): MessagePortMain | undefined {
    if (!this.#process) return undefined;
    const { port1, port2 } = new MessageChannelMain();
    this.#post({ type: 'connect' }, [port1]);
    return port2;
  }

  /** Makes the watch look at the clock now. */
  wake(): void {
    this.#post({ type: 'wake' });
  }

  /** Puts the clock of an audience off, as its owner; the core says where that cannot be. */
  snooze(incidentId: string, audience: Audience, from: SnoozeMessage['from']): void {
    this.#post({ type: 'snooze', incidentId, audience, from });
  }

  /** Tries again now, without waiting out the pause. */
  retry(): void {
    this.#attempts = 0;
    this.start();
  }

  /** Closes the log and ends the process. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#retry);
    const core = this.#process;
    if (!core) return;
    await new Promise<void>((resolve) => {
      const patience = [setTimeout(() => core.kill(), stopPatience), setTimeout(resolve, stopPatience + 1_000)];
      core.once('exit', () => {
        for (const timer of patience) clearTimeout(timer);
        resolve();
      });
      this.#post({ type: 'stop' });
    });
  }

  #post(message: MainToCore, ports: MessagePortMain[] = []): void {
    this.#process?.postMessage(message, ports);
  }

  #receive(message: CoreToMain): void {
    if (message.type === 'failed') {
      this.#failed = true;
      this.#events.onLost(message.error.message);
      this.#events.onFailed(message.error, message.pid);
    } else if (message.type === 'keychain') {
      this.#post(this.#events.onKeychain(message));
    } else if (message.type === 'print') {
      void this.#events.onPrint(message).then((answer) => this.#post(answer));
    } else if (message.type !== 'ready' && message.type !== 'stopped') {
      this.#events.onMessage(message);
    }
  }

  #comeBack(lived: number): void {
    if (lived > healthyAfter) this.#attempts = 0;
    const wait = waits[Math.min(this.#attempts, waits.length - 1)] ?? 0;
    this.#attempts += 1;
    if (!this.#failed) this.#events.onLost('The core of the console stopped and is being started again. What you typed is kept.');
    this.#retry = setTimeout(() => this.start(), wait);
  }
}
