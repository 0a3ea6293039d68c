/** A log that this process may only read, in the shape of one that it may write: whatever would write is answered, and not done. */
import { err } from '../../shared/result.ts';
import type { EventStore, LogReader } from './store/event-store.ts';

const message = 'this log is open for reading only';

/** The reader as a store. Facts about the console that are asked for and absent are kept for the length of the process. */
export function readingStore(reader: LogReader): EventStore {
  const facts = new Map<string, string>();
  return {
    read: (stream, after, limit) => reader.read(stream, after, limit),
    find: (id) => reader.find(id),
    at: (position) => reader.at(position),
    streams: () => reader.streams(),
    heads: (stream) => reader.heads(stream),
    tail: (stream, origin) => reader.tail(stream, origin),
    search: (text, options) => reader.search(text, options),
    matches: (text) => reader.matches(text),
    findByCommand: (commandId) => reader.findByCommand(commandId),
    loadCheckpoint: (stream, version) => reader.loadCheckpoint(stream, version),
    meta: async (key) => facts.get(key) ?? (await reader.meta(key)),
    verify: () => reader.verify(),
    close: () => reader.close(),
    append: async () => err({ code: 'not-recording', message }),
    receive: async () => err({ code: 'not-recording', message }),
    erase: async () => err({ code: 'not-recording', message }),
    backup: async () => err({ code: 'not-written', message }),
    saveCheckpoint: async () => undefined,
    setMeta: async (key, value) => void facts.set(key, value),
  };
}
