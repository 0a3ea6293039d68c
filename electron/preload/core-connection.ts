/** A page's line to the core: calls and streams over one MessagePort after another, so that a core that died and came back is the same line to the page. */
import type { Bridge, StreamRequest } from '../../shared/api/bridge.ts';
import type { ApiError } from '../../shared/api/errors.ts';
import type { StreamMessage } from '../../shared/api/wire.ts';
import type { Result } from '../../shared/result.ts';
import type { PortReply, PortRequest } from '../core/server/port-protocol.ts';

/** The least that a port must offer: a page's MessagePort and Node's do. */
export interface ConnectionPort {
  readonly postMessage: (message: PortRequest) => void;
  readonly addEventListener: (type: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  readonly start: () => void;
  readonly close: () => void;
}

type Answer = Result<unknown, ApiError>;

interface OpenStream {
  readonly incident: string | undefined;
  /** The position after which the stream goes on when it is opened again. */
  after: number;
  readonly listener: (message: StreamMessage) => void;
}

export class CoreConnection {
  #port: ConnectionPort | undefined;
  /** Why there is no port, once there was one or main said that there will be none for now. */
  #lost: string | undefined;
  #nextId = 1;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  /** Calls made before the first port came: a page is drawn sooner than a log is open. */
  #held: PortRequest[] = [];
  readonly #streams = new Map<number, OpenStream>();

  /** Speaks through this port from now on. Streams go on from where they were. */
  attach(port: ConnectionPort): void {
    this.#port?.close();
    this.#answerAll('The core was started again before it answered. Try again: a command happens once.');
    this.#port = port;
    this.#lost = undefined;
    port.addEventListener('message', (event) => {
      if (this.#port === port) this.#receive(event.data as PortReply);
    });
    port.start();
    for (const request of this.#held) port.postMessage(request);
    this.#held = [];
    for (const [id, stream] of this.#streams) port.postMessage({ id, stream: requestOf(stream) });
  }

  /** The core is gone: whoever waits is told, and so is everyone who asks before the next port. */
  lose(why: string): void {
    this.#port?.close();
    this.#port = undefined;
    this.#lost = why;
    this.#held = [];
    this.#answerAll(why);
    for (const { listener } of [...this.#streams.values()]) listener({ type: 'status', status: { recording: false, notices: [why] } });
  }

  readonly call: Bridge['call'] = (name, input) =>
    new Promise((resolve) => {
      const answer = resolve as (answer: Answer) => void;
      if (this.#lost !== undefined) return answer(notRecording(this.#lost));
      const id = this.#nextId++;
      this.#waiting.set(id, answer);
      this.#post({ id, name, input });
    });

  readonly stream: Bridge['stream'] = ({ incident, after }, listener) => {
    const id = this.#nextId++;
    const stream: OpenStream = { incident, after, listener };
    this.#streams.set(id, stream);
    if (this.#lost !== undefined) listener({ type: 'status', status: { recording: false, notices: [this.#lost] } });
    this.#port?.postMessage({ id, stream: requestOf(stream) });
    return () => {
      if (!this.#streams.delete(id)) return;
      this.#port?.postMessage({ id, close: true });
    };
  };

  #post(request: PortRequest): void {
    if (this.#port) this.#port.postMessage(request);
    else this.#held.push(request);
  }

  #receive(reply: PortReply): void {
    if ('message' in reply) {
      const stream = this.#streams.get(reply.id);
      if (!stream) return;
      stream.after = positionAfter(reply.message, stream.after);
      stream.listener(reply.message);
      return;
    }
    const answer = this.#waiting.get(reply.id);
    if (answer) {
      this.#waiting.delete(reply.id);
      answer(reply.ok ? { ok: true, value: reply.value } : { ok: false, error: reply.error });
      return;
    }
    // A stream that could not be opened: its page hears why, and it stays listed, so that the next core is asked again.
    const stream = this.#streams.get(reply.id);
    if (stream && !reply.ok) stream.listener({ type: 'status', status: { recording: false, notices: [reply.error.message] } });
  }

  #answerAll(why: string): void {
    const waiting = [...this.#waiting].filter(([id]) => !this.#held.some((request) => request.id === id));
    for (const [id, answer] of waiting) {
      this.#waiting.delete(id);
      answer(notRecording(why));
    }
  }
}

function requestOf(stream: OpenStream): StreamRequest {
  return stream.incident === undefined ? { after: stream.after } : { incident: stream.incident, after: stream.after };
}

function notRecording(message: string): Answer {
  return { ok: false, error: { code: 'not-recording', message } };
}

/** A stream opened with the largest number asks for new events only: the first one seen brings it down to earth. */
function positionAfter(message: StreamMessage, before: number): number {
  const known = before === Number.MAX_SAFE_INTEGER ? 0 : before;
  if (message.type === 'reset') return Math.max(known, message.position);
  if (message.type !== 'events' || message.events.length === 0) return before;
  return message.events.reduce((last, event) => Math.max(last, event.position), known);
}
