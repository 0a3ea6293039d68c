/** The samples that ship with the console, as the tests read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { type PreparedImport, prepareImport } from '../electron/core/files/import-facts.ts';
import { readFacts } from '../electron/core/files/timeline-facts.ts';
import { foldAll } from '../shared/incident/fold.ts';
import type { IncidentView } from '../shared/incident/view.ts';

const folder = new URL('../resources/samples/', import.meta.url);

/** File names without `.json`: the ids of the files. */
export const sampleNames: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length))
  .sort();

export function sampleBytes(name: string): Uint8Array {
  return readFileSync(new URL(`${name}.json`, folder));
}

/** A fresh copy of the file as JSON, which a test may spoil. */
export function sampleJson(name: string): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(sampleBytes(name))) as Record<string, unknown>;
}

/** Reads and prepares a file, or throws what it was refused for. */
export function prepared(file: unknown): PreparedImport {
  const facts = readFacts(file);
  if (!facts.ok) throw new Error(facts.error.message);
  return prepareImport(facts.value);
}

/** What a console shows of an import. */
export function viewOf(imported: PreparedImport): IncidentView {
  return foldAll(
    imported.incidentId,
    imported.events.map(({ event }) => event),
  ).view;
}

export const sampleView = (name: string): IncidentView => viewOf(prepared(sampleJson(name)));
