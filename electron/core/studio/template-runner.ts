/** Runs templates of any making in a thread of their own: what one of them does wrong ends that thread, and nothing else. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Skeleton } from '../../../shared/postmortem/template/skeleton.ts';
import type { TemplateData } from '../../../shared/postmortem/template/template-data.ts';
import type { Template, TemplateFault } from '../../../shared/postmortem/template/template-file.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { Clock } from '../desk/clock.ts';
import { systemClock } from '../desk/clock.ts';
import { KeyedQueue } from '../desk/queue.ts';
import { type EngineLimits, usualLimits } from './engine-limits.ts';

export interface RunnerLimits {
  /** ms that one run may take, counted from when the thread has it. */
  readonly wallMs: number;
  /** MB of memory that the thread may use. */
  readonly heapMb: number;
  readonly engine: EngineLimits;
}
export const usualRunnerLimits: RunnerLimits = { wallMs: 6_000, heapMb: 128, engine: usualLimits };

/** ms after which a thread that has not begun is given up; a busy machine starts one slowly. */
const startMs = 30_000;

export type RunnableTemplate = Pick<Template, 'body' | 'bodyLine'>;
export type Ran = Result<Skeleton, readonly TemplateFault[]>;

/** What the thread is told. */
export interface TemplateTask {
  readonly template: RunnableTemplate;
  readonly data: TemplateData;
  readonly limits: EngineLimits;
}
export type WorkerSays = { readonly type: 'ready' } | { readonly type: 'ran'; readonly ran: Ran };

/** Beside this file, as a source or as what was built of it. */
const workerFile = new URL(`./template-worker${extname(import.meta.url)}`, import.meta.url);

export interface RunnerParts {
  readonly limits?: RunnerLimits;
  readonly setTimer?: Clock['setTimer'];
}

/** A thread is kept warm for the next template; one that was ended is replaced when there is one to run. */
export class TemplateRunner {
  readonly #limits: RunnerLimits;
  readonly #setTimer: Clock['setTimer'];
  readonly #turns = new KeyedQueue();
  #worker: Worker | undefined;
  #closed = false;

  constructor({ limits = usualRunnerLimits, setTimer = systemClock.setTimer }: RunnerParts = {}) {
    this.#limits = limits;
    this.#setTimer = setTimer;
  }

  /** What the template makes of the data, or its faults. One run at a time, in the order in which they were asked for. */
  run({ body, bodyLine }: RunnableTemplate, data: TemplateData): Promise<Ran> {
    return this.#turns.run('run', () => this.#run({ template: { body, bodyLine }, data, limits: this.#limits.engine }));
  }

  /** Ends the thread; what is still asked for is answered with a fault. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
    await this.#turns.idle();
  }

  async #run(task: TemplateTask): Promise<Ran> {
    if (this.#closed) return fault(task, 'The console is closing, so the template was not run.');
    const begun = await this.#started();
    if (typeof begun === 'string') return fault(task, begun);
    const worker = begun;
    // A run keeps the process alive, a thread that waits for one does not.
    worker.ref();
    worker.postMessage(task);
    const end = await this.#next(worker, this.#limits.wallMs);
    if (end.type === 'ran') {
      worker.unref();
      return end.ran;
    }
    await this.#drop(worker);
    return fault(task, this.#closed ? 'The console is closing, so the template was ended.' : endWords(end, this.#limits));
  }

  /** The warm thread, or a new one that says it is ready; or why there is none. */
  async #started(): Promise<Worker | string> {
    if (this.#worker) return this.#worker;
    const worker = new Worker(workerFile, {
      resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMb, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
      // What a template does is no place for secrets of the environment.
      env: {},
      execArgv: [],
      stdin: false,
    });
    this.#worker = worker;
    // Between runs too: without a listener, an error of the thread would be one of the process, and a thread that ended would be used again.
    worker.on('error', () => undefined).once('exit', () => this.#forget(worker));
    const end = await this.#next(worker, startMs);
    if (end.type === 'ready') return worker;
    await this.#drop(worker);
    return `No template could be run: ${end.type === 'failed' ? end.why : 'its thread did not begin'}.`;
  }

  #next(worker: Worker, ms: number): Promise<End> {
    return new Promise((resolve) => {
      const timer = this.#setTimer(ms, () => settle({ type: 'slow' }));
      const onMessage = (message: WorkerSays): void => settle(message);
      const onError = (error: Error & { readonly code?: string }): void =>
        settle(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? { type: 'memory' } : { type: 'failed', why: error.message });
      const onExit = (code: number): void => settle({ type: 'failed', why: `its thread ended with ${code}` });
      const settle = (end: End): void => {
        timer.cancel();
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        resolve(end);
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
  }

  async #drop(worker: Worker): Promise<void> {
    this.#forget(worker);
    await worker.terminate();
  }

  #forget(worker: Worker): void {
    if (this.#worker === worker) this.#worker = undefined;
  }
}

type End = WorkerSays | { readonly type: 'slow' } | { readonly type: 'memory' } | { readonly type: 'failed'; readonly why: string };

const fault = ({ template }: TemplateTask, message: string): Ran => err([{ line: template.bodyLine, column: 1, message }]);

function endWords(end: Exclude<End, { readonly type: 'ran' }>, { wallMs, heapMb }: RunnerLimits): string {
  if (end.type === 'slow')
    return `The template took longer than ${wallMs / 1000} s, so it was ended. Let it do less: a loop in a loop is the usual reason.`;
  if (end.type === 'memory') return `The template used more than ${heapMb} MB of memory, so it was ended. Let it keep less.`;
  return `The template could not be run: ${end.type === 'failed' ? end.why : 'its thread began anew'}.`;
}
