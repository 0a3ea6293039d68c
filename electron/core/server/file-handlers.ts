/** The procedures that read files: import and samples. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ApiError } from '../../../shared/api/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Desk } from '../desk/desk.ts';
import { planImport, prepareImport } from '../files/import-facts.ts';
import type { TimelineFacts } from '../files/timeline-facts.ts';
import { parseFacts, readFacts } from '../files/timeline-facts.ts';
import type { EventStore } from '../store/event-store.ts';
import type { Handlers } from './router.ts';

export interface Files {
  /** Folder of the samples that ship with the console. */
  readonly samplesDir?: string;
}

type FileHandlers = Pick<Handlers, 'incidents.import' | 'samples.list' | 'samples.open'>;

/** The handlers of everything that has to do with files. */
export function fileHandlers(desk: Desk, store: EventStore, files: Files): FileHandlers {
  return {
    'incidents.import': async ({ file }) => {
      const facts = readFacts(file);
      return facts.ok ? importFacts(desk, store, facts.value) : facts;
    },
    'samples.list': async () => {
      const samples = await readSamples(files);
      return ok({ samples: samples.map(({ id, title, organisation }) => ({ id, title, organisation })) });
    },
    'samples.open': async ({ id }) => {
      const sample = (await readSamples(files)).find((facts) => facts.id === id);
      return sample ? importFacts(desk, store, sample) : err({ code: 'not-found', message: 'There is no such sample.' });
    },
  };
}

async function importFacts(
  desk: Desk,
  store: EventStore,
  facts: TimelineFacts,
): Promise<Result<{ readonly incidentId: string; readonly added: number }, ApiError>> {
  const prepared = prepareImport(facts);
  const planned = planImport(prepared, await store.read(prepared.incidentId));
  if (!planned.ok) return planned;
  if (planned.value.length === 0) return ok({ incidentId: prepared.incidentId, added: 0 });
  const received = await desk.receive(planned.value);
  return received.ok ? ok({ incidentId: prepared.incidentId, added: received.value.added }) : received;
}

/** The samples, by title. A folder that is not there, or a file that is no sample, offers nothing. */
async function readSamples({ samplesDir }: Files): Promise<readonly TimelineFacts[]> {
  if (samplesDir === undefined) return [];
  const names = await readdir(samplesDir).catch((): string[] => []);
  const read = names
    .filter((name) => name.endsWith('.json'))
    .map(async (name) => {
      const facts = parseFacts(await readFile(join(samplesDir, name)));
      return facts.ok ? [facts.value] : [];
    });
  return (await Promise.all(read)).flat().toSorted((a, b) => (a.title < b.title ? -1 : 1));
}
