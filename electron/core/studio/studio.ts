/** The postmortem studio: from an incident and a template to a draft, and from a draft to a document. */
import type { ApiError } from '../../../shared/api/errors.ts';
import type { MadeDocument } from '../../../shared/api/studio-procedures.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Draft } from '../../../shared/postmortem/draft.ts';
import { draftFileName, draftSource, isTextFormat, mediaTypes, written } from '../../../shared/postmortem/render.ts';
import { buildDraft, withWords } from '../../../shared/postmortem/template/build-draft.ts';
import type { DraftSource } from '../../../shared/postmortem/template/draft-source.ts';
import { templateData } from '../../../shared/postmortem/template/template-data.ts';
import type { Template } from '../../../shared/postmortem/template/template-file.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ExportFormat } from '../../../shared/vocabulary/words.ts';
import type { TemplateRunner } from './template-runner.ts';

export interface DraftWish {
  readonly template: string;
  /** Names become roles. */
  readonly anonymous?: boolean;
}

export interface MadeDraft {
  readonly draft: Draft;
  /** The same without the words of people. */
  readonly generated: Draft;
  readonly source: DraftSource;
}

export interface StudioParts {
  readonly templates: () => ReadonlyMap<string, Template>;
  readonly runner: TemplateRunner;
}

export class Studio {
  readonly #parts: StudioParts;

  constructor(parts: StudioParts) {
    this.#parts = parts;
  }

  /** The draft, as the template and the log give it now. Errors: no such template, or one that does not run. */
  async draft(view: IncidentView, { template: id }: DraftWish): Promise<Result<MadeDraft, ApiError>> {
    const templates = this.#parts.templates();
    const template = templates.get(id);
    if (!template) {
      const message = `There is no template ${id.slice(0, 80)}. There is: ${[...templates.keys()].join(', ')}.`;
      return err({ code: 'not-found', message });
    }
    const source = draftSource(view);
    const ran = await this.#parts.runner.run(template, templateData(source));
    if (ran.ok) {
      const generated = buildDraft(template, ran.value, source);
      return ok({ draft: withWords(generated, source), generated, source });
    }
    const [fault] = ran.error;
    const where = fault ? `line ${fault.line}, column ${fault.column}: ${fault.message}` : 'it makes nothing';
    return err({ code: 'invalid', message: `The template ${id} does not run: ${where}` });
  }

  /** The draft as a document. */
  async document(view: IncidentView, wish: DraftWish, format: ExportFormat): Promise<Result<MadeDocument, ApiError>> {
    const made = await this.draft(view, wish);
    if (!made.ok) return made;
    if (!isTextFormat(format)) return err({ code: 'invalid', message: `There is no ${format} yet.` });
    const text = written(format, made.value.draft, made.value.source);
    return ok({ text, mediaType: mediaTypes[format], fileName: draftFileName(view, wish.template, format) });
  }
}
