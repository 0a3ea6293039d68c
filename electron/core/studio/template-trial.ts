/** Tries a template before it is used: its front matter, its tags, and a run over an incident that has everything and one that has nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldAll } from '../../../shared/incident/fold.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Draft } from '../../../shared/postmortem/draft.ts';
import { buildDraft, withWords } from '../../../shared/postmortem/template/build-draft.ts';
import { draftSource } from '../../../shared/postmortem/template/draft-source.ts';
import { templateData } from '../../../shared/postmortem/template/template-data.ts';
import type { Template, TemplateFault } from '../../../shared/postmortem/template/template-file.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { prepareImport } from '../files/import-facts.ts';
import { parseFacts } from '../files/timeline-facts.ts';
import type { TemplateRunner } from './template-runner.ts';

export interface TrialParts {
  readonly runner: TemplateRunner;
  /** Folder of the samples that ship with the console. */
  readonly samplesDir?: string;
}

export class TemplateTrial {
  readonly #parts: TrialParts;
  #sample: IncidentView | undefined;

  constructor(parts: TrialParts) {
    this.#parts = parts;
  }

  /** The template, or everything that is wrong with it. */
  async read(text: string): Promise<Result<Template, readonly TemplateFault[]>> {
    const read = await readWhole(text);
    if (!read.ok) return read;
    for (const view of [this.sample, noIncident]) {
      const ran = await this.#parts.runner.run(read.value, templateData(draftSource(view)));
      if (!ran.ok) return ran;
      if (ran.value.sections.length === 0) return err([noSection(read.value)]);
    }
    return read;
  }

  /** The draft that the text makes of an incident, of a sample unless one is given. */
  async preview(text: string, view: IncidentView = this.sample): Promise<Result<Draft, readonly TemplateFault[]>> {
    const read = await readWhole(text);
    if (!read.ok) return read;
    const source = draftSource(view);
    const ran = await this.#parts.runner.run(read.value, templateData(source));
    return ran.ok ? ok(withWords(buildDraft(read.value, ran.value, source), source)) : ran;
  }

  /** An incident that most templates find something in; one without anything where no sample is there. */
  get sample(): IncidentView {
    this.#sample ??= this.#readSample() ?? noIncident;
    return this.#sample;
  }

  #readSample(): IncidentView | undefined {
    const { samplesDir } = this.#parts;
    if (samplesDir === undefined) return undefined;
    const [name] = readdirSync(samplesDir)
      .filter((file) => file.endsWith('.json'))
      .toSorted();
    const facts = name === undefined ? undefined : parseFacts(readFileSync(join(samplesDir, name)));
    if (!facts?.ok) return undefined;
    const { incidentId, events } = prepareImport(facts.value);
    return foldAll(
      incidentId,
      events.map(({ event }) => event),
    ).view;
  }
}

const noIncident = foldAll('00000000-0000-8000-8000-000000000000', []).view;

async function readWhole(text: string): Promise<Result<Template, readonly TemplateFault[]>> {
  const { wellFormed } = await import('./well-formed.ts');
  return wellFormed(text);
}

const noSection = ({ bodyLine }: Template): TemplateFault => ({
  line: bodyLine,
  column: 1,
  message: 'It makes no section: {% section "summary", heading: "Summary" %}…{% endsection %} makes one.',
});
