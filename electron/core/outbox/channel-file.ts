/** The file in which this installation keeps its channels: whole or not at all, for its owner only, and set aside when it cannot be read. */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { channelKinds } from '../../../shared/api/channels-wire.ts';
import { audiences } from '../../../shared/vocabulary/words.ts';
import { readPrivateFile, writePrivateFile } from '../server/private-file.ts';
import { fileStamp } from '../store/set-aside.ts';

const keptChannelSchema = z.object({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  name: z.string().min(1),
  kind: z.enum(channelKinds),
  audiences: z.array(z.enum(audiences)),
  on: z.boolean(),
  repeatsAreDropped: z.boolean(),
  /** Of the address: the only part of it that is no secret. */
  host: z.string(),
  /** Address and secret as the keychain sealed them. */
  sealed: z.string(),
});
/** A channel as it is kept. */
export type KeptChannel = Readonly<z.infer<typeof keptChannelSchema>>;

const fileSchema = z.object({
  version: z.literal(1),
  channels: z.array(keptChannelSchema),
  /** Ids of channels that were removed: what waits for one of them must not go out over another. */
  retired: z.array(z.string()),
});
export type ChannelList = Readonly<z.infer<typeof fileSchema>>;

const fileName = 'channels.json';
const noChannels: ChannelList = { version: 1, channels: [], retired: [] };

export interface ReadChannels {
  readonly list: ChannelList;
  /** What a person must know: the file could not be read, and where it is now. */
  readonly notice?: string;
}

/** Reads the file of a data folder. One that is damaged is renamed, never overwritten; `look` leaves it where it is. `now`: ms since epoch, UTC. */
export function readChannelFile(dataDir: string, now: number, damaged: 'setAside' | 'look'): ReadChannels {
  const text = readPrivateFile(join(dataDir, fileName));
  if (text === undefined) return { list: noChannels };
  const parsed = fileSchema.safeParse(parseJson(text));
  if (parsed.success) return { list: parsed.data };
  const file = damaged === 'look' ? fileName : setAside(dataDir, now);
  return {
    list: noChannels,
    notice: `The list of channels could not be read and is kept as ${file}. No message goes out by itself until channels are set up again.`,
  };
}

/** Replaces the file. Throws where the disk refuses. */
export function writeChannelFile(dataDir: string, list: ChannelList): void {
  writePrivateFile(join(dataDir, fileName), `${JSON.stringify(list, null, 2)}\n`);
}

function setAside(dataDir: string, now: number): string {
  const base = `channels-damaged-${fileStamp(now)}`;
  let name = `${base}.json`;
  for (let n = 2; existsSync(join(dataDir, name)); n += 1) name = `${base}-${n}.json`;
  renameSync(join(dataDir, fileName), join(dataDir, name));
  return name;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
