/** Speaks to the core that is running over a data folder: the other end of its socket. */
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { InputOf, OutputOf, ProcedureName } from '../../../shared/api/procedures.ts';
import type { Result } from '../../../shared/result.ts';
import { err } from '../../../shared/result.ts';
import { readLines } from './json-lines.ts';
import type { PortAnswer, PortReply } from './port-protocol.ts';

/** Calls procedures, wherever the console is. */
export interface ConsoleClient {
  readonly call: <N extends ProcedureName>(name: N, input: InputOf<N>) => Promise<Result<OutputOf<N>, ApiError>>;
  readonly close: () => Promise<void>;
}

const gone: ApiError = { code: 'not-recording', message: 'The console that was running went away before it answered.' };

/** Connects to a core's address; `undefined` where nobody listens. */
export function connectToCore(address: string): Promise<ConsoleClient | undefined> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('error', () => resolve(undefined));
    socket.once('connect', () => resolve(clientOf(socket)));
  });
}

function clientOf(socket: Socket): ConsoleClient {
  const waiting = new Map<number, (answer: Result<unknown, ApiError>) => void>();
  let last = 0;
  readLines(
    socket,
    (message) => {
      const answer = message as PortReply;
      if (!('ok' in answer)) return;
      waiting.get(answer.id)?.(answer satisfies PortAnswer);
      waiting.delete(answer.id);
    },
    () => socket.destroy(),
  );
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    for (const answer of waiting.values()) answer(err(gone));
    waiting.clear();
  });
  return {
    call: <N extends ProcedureName>(name: N, input: InputOf<N>) =>
      new Promise<Result<OutputOf<N>, ApiError>>((resolve) => {
        if (socket.destroyed) return resolve(err(gone));
        last += 1;
        waiting.set(last, (answer) => resolve(answer as Result<OutputOf<N>, ApiError>));
        socket.write(`${JSON.stringify({ id: last, name, input })}\n`);
      }),
    close: () =>
      new Promise((resolve) => {
        if (socket.destroyed) return resolve();
        socket.once('close', () => resolve());
        socket.end();
      }),
  };
}
