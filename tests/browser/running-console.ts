/** A real console for a test: the command line's `serve` in a process of its own, over a data folder that nobody had before. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ApiError } from '../../shared/api/errors.ts';
import type { InputOf, OutputOf, ProcedureName } from '../../shared/api/procedures.ts';
import type { WireEvent } from '../../shared/api/wire.ts';
import type { CommandDraft } from '../../shared/incident/commands.ts';
import type { Refusal } from '../../shared/incident/refusal.ts';
import { cliFile, wheelhouse } from '../fixtures/command-line.ts';

/** Everything is tried in a zone that is not UTC, so that a mistaken zone shows. */
export const zone = 'Europe/Berlin';
const turnedClock = new URL('../fixtures/turned-clock.mjs', import.meta.url).href;

/** What the HTTP API answered: the output, or why not. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly error?: ApiError; readonly refusal?: Refusal };

export class RunningConsole {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'wheelhouse-browser-'));
  readonly token = randomUUID();
  readonly #zone: string;
  readonly #program: readonly string[];
  #process: ChildProcess | undefined;
  #port = 0;

  /** `program`: what is run in the place of the command line's `serve`, with the same options. */
  constructor(options: { readonly zone?: string; readonly program?: string } = {}) {
    this.#zone = options.zone ?? zone;
    this.#program = options.program === undefined ? [cliFile, 'serve'] : [options.program];
    this.turnAhead(0);
  }

  get #ahead(): string {
    return `${this.dataDir}-clock-ahead`;
  }

  /** Sets its wall clock ahead of the machine's, by so many ms (behind, where negative). */
  turnAhead(ms: number): void {
    // Renamed into place: a core that reads half a number is thrown years through time.
    writeFileSync(`${this.#ahead}.new`, String(ms));
    renameSync(`${this.#ahead}.new`, this.#ahead);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** The address that lets a browser in as the owner. */
  get opened(): string {
    return `${this.url}/?token=${this.token}`;
  }

  /** Starts it, on the port that it had before. */
  async start(): Promise<void> {
    const args = [...this.#program, '--port', String(this.#port), '--token', this.token, '--data', this.dataDir];
    const env = { ...process.env, TZ: this.#zone, WHEELHOUSE_CLOCK_AHEAD: this.#ahead };
    const child = spawn(process.execPath, ['--import', turnedClock, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = child;
    const [line] = (await Promise.race([
      once(createInterface({ input: child.stdout }), 'line'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`the core ended with ${code} before it served`);
      }),
    ])) as [string];
    this.#port = Number(new URL((JSON.parse(line) as { readonly url: string }).url).port);
  }

  /** Ends it as an accident would, in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it and takes its data folder away. */
  async remove(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.dataDir, { recursive: true, force: true });
    rmSync(this.#ahead, { force: true });
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  /** Asks the HTTP API with the owner's token. */
  async ask<N extends ProcedureName>(name: N, input: InputOf<N>): Promise<Answer<OutputOf<N>>> {
    const response = await fetch(`${this.url}/api/v1/call/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const body: unknown = await response.json();
    if (response.ok) return { ok: true, value: body as OutputOf<N> };
    return { ok: false, status: response.status, ...(body as { readonly error?: ApiError; readonly refusal?: Refusal }) };
  }

  /** The same where the answer has to be good. */
  async call<N extends ProcedureName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const answer = await this.ask(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.error ?? answer.refusal)}`);
    return answer.value;
  }

  /** Carries a command out on an incident; without one, for `incident.declare`. */
  async run(incidentId: string | undefined, draft: CommandDraft): Promise<readonly WireEvent[]> {
    const command = { ...draft, commandId: randomUUID(), ...(incidentId === undefined ? {} : { incidentId }) };
    return (await this.call('commands.run', command as InputOf<'commands.run'>)).events;
  }

  /** Declares an incident; answers its id. */
  async declare(title: string, more: Omit<CommandDraft<'incident.declare'>, 'type' | 'title'> = {}): Promise<string> {
    const [first] = await this.run(undefined, { type: 'incident.declare', title, ...more });
    if (first === undefined) throw new Error('declaring answered no event');
    return first.incidentId;
  }

  /** Writes an entry; answers its id. */
  async write(incidentId: string, text: string, more: Partial<CommandDraft<'entry.add'>> = {}): Promise<string> {
    const events = await this.run(incidentId, { type: 'entry.add', kind: 'note', text, ...more });
    const entry = events.find(({ type }) => type === 'entry.added');
    if (entry === undefined) throw new Error('writing answered no entry');
    return entry.id;
  }

  /** All events of an incident that have this type, in order of arrival. */
  async events(incidentId: string, type: string): Promise<readonly WireEvent[]> {
    const found: WireEvent[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const page: OutputOf<'incidents.events'> = await this.call('incidents.events', { id: incidentId, after, limit: 1000 });
      found.push(...page.events.filter((event) => event.type === type));
      after = page.next;
    }
    return found;
  }

  /** Runs another of the command line's commands on the same data folder; answers what it printed. */
  async cli(args: readonly string[], input = ''): Promise<string> {
    const { code, out, errors } = await wheelhouse(args, { data: this.dataDir, input, env: { TZ: this.#zone } });
    if (code !== 0) throw new Error(`${args[0]} ended with ${code}: ${errors}`);
    return out;
  }
}
