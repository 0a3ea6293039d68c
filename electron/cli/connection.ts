/** Finds the console that a command speaks to: the one that runs over the data folder, or the folder itself. */
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import type { ApiError } from '../../shared/api/errors.ts';
import type { InputOf, OutputOf, ProcedureName } from '../../shared/api/procedures.ts';
import type { Result } from '../../shared/result.ts';
import { err } from '../../shared/result.ts';
import type { Console } from '../core/console.ts';
import { defaultDataFolder } from '../core/data-folder.ts';
import { socketAddress } from '../core/server/socket-address.ts';
import type { ConsoleClient } from '../core/server/socket-client.ts';
import { connectToCore } from '../core/server/socket-client.ts';

export interface DataOption {
  readonly data?: string;
}

/** A failure that a person reads in one line. `status` is the exit code. */
export class CommandFailure extends Error {
  readonly status: number;

  constructor(message: string, status = 1) {
    super(message);
    this.status = status;
  }
}

/** Nothing was ever written in this data folder. */
export class NoLogYet extends CommandFailure {}

export function dataFolderOf({ data }: DataOption): string {
  return resolve(data ?? defaultDataFolder());
}

/** The name that the operating system has for the person, until they give one. */
export function systemUserName(): string {
  try {
    return userInfo().username || 'me';
  } catch {
    // An account without an entry in the system's list of users, as in some containers.
    return 'me';
  }
}

export function systemZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Does something with the console of a data folder, and lets go of it. `reading` never writes, and never keeps another out. */
export async function withConsole<T>(
  options: DataOption,
  access: 'reading' | 'writing',
  work: (client: ConsoleClient) => Promise<T>,
): Promise<T> {
  const client = await reach(dataFolderOf(options), access);
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

/** The value of an answer; anything else ends the command. */
export async function ask<N extends ProcedureName>(client: ConsoleClient, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = await client.call(name, input);
  if (result.ok) return result.value;
  throw new CommandFailure(result.error.message);
}

async function reach(dataDir: string, access: 'reading' | 'writing'): Promise<ConsoleClient> {
  const running = await connectToCore(socketAddress(dataDir));
  if (running) return running;
  // The console itself is large: who speaks to one that runs has no use for it.
  const { openConsole, openForReading } = await import('../core/console.ts');
  const options = { dataDir, ownerName: systemUserName(), zone: systemZone() };
  const opened = access === 'writing' ? await openConsole(options) : await openForReading(options);
  if (opened.ok) return clientOf(opened.value);
  const { code, message } = opened.error.error;
  throw code === 'not-found' ? new NoLogYet(message) : new CommandFailure(message);
}

function clientOf(console: Console): ConsoleClient {
  const caller = () => console.owner('cli');
  return {
    call: async <N extends ProcedureName>(name: N, input: InputOf<N>) => {
      const result = await console.router.call(caller(), name, input);
      return (result.ok ? result : err(result.error)) as Result<OutputOf<N>, ApiError>;
    },
    close: () => console.close(),
  };
}
