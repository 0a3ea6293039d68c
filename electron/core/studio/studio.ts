/** The postmortem studio: from an incident and a template to a draft, and from a draft to a document. */
import type { ApiError } from '../../../shared/api/errors.ts';
import type { MadeDocument } from '../../../shared/api/studio-procedures.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { anonymousSource, anonymousView } from '../../../shared/postmortem/anonymous/anonymous-view.ts';
import type { Leftover } from '../../../shared/postmortem/anonymous/leftovers.ts';
import { type NameHider, nameHider } from '../../../shared/postmortem/anonymous/name-hider.ts';
import type { Draft, LogHead } from '../../../shared/postmortem/draft.ts';
import { withHeads } from '../../../shared/postmortem/heads.ts';
import { buildDraft, withWords } from '../../../shared/postmortem/template/build-draft.ts';
import { type DraftSource, draftSource, type SimilarIncident } from '../../../shared/postmortem/template/draft-source.ts';
import type { Skeleton } from '../../../shared/postmortem/template/skeleton.ts';
import { templateData } from '../../../shared/postmortem/template/template-data.ts';
import type { Template } from '../../../shared/postmortem/template/template-file.ts';
import { draftFileName, isTextFormat, mediaTypes, type TextFormat } from '../../../shared/postmortem/writers/formats.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ExportFormat } from '../../../shared/vocabulary/words.ts';
import type { Printer } from './pdf/printer.ts';
import type { TemplateRunner } from './template-runner.ts';

export interface DraftWish {
  readonly template: string;
  /** Names become roles. */
  readonly anonymous?: boolean;
  /** The position of the last event that the view holds: what came since is not in the draft, and not in what it says of the log. */
  readonly upTo?: number;
}

export interface MadeDraft {
  readonly draft: Draft;
  /** The same without the words of people. */
  readonly generated: Draft;
  readonly source: DraftSource;
  /** Of a draft without names: what still looks like one. */
  readonly leftovers?: readonly Leftover[];
}

export interface StudioParts {
  readonly templates: () => ReadonlyMap<string, Template>;
  readonly runner: TemplateRunner;
  /** Where the chains of an incident's log end, of its events up to a position. */
  readonly heads: (incident: string, upTo?: number) => Promise<readonly LogHead[]>;
  readonly printer: Printer;
  /** Past incidents that are like this one; asked where a template wants to tell of them. */
  readonly similar: (incident: string) => Promise<readonly SimilarIncident[]>;
}

export class Studio {
  readonly #parts: StudioParts;

  constructor(parts: StudioParts) {
    this.#parts = parts;
  }

  /** Whether there is such a template now. */
  has(template: string): boolean {
    return this.#parts.templates().has(template);
  }

  /** The draft, as the template and the log give it now. Errors: no such template, or one that does not run. */
  async draft(view: IncidentView, { template: id, upTo, anonymous }: DraftWish): Promise<Result<MadeDraft, ApiError>> {
    const templates = this.#parts.templates();
    const template = templates.get(id);
    if (!template) {
      const message = `There is no template ${id.slice(0, 80)}. There is: ${[...templates.keys()].join(', ')}.`;
      return err({ code: 'not-found', message });
    }
    const hider = anonymous === true ? nameHider(view) : undefined;
    const source = draftSource(hider ? anonymousView(view, hider) : view);
    const ran = await this.#parts.runner.run(template, templateData(source));
    if (ran.ok) {
      // Titles of other incidents hold names that nobody here knows to hide.
      const similar = hider === undefined && placesSimilar(ran.value) ? await this.#parts.similar(view.id) : [];
      const generated = withHeads(buildDraft(template, ran.value, { ...source, similar }), await this.#parts.heads(view.id, upTo));
      const made: MadeDraft = { draft: withWords(generated, source), generated, source };
      return ok(hider ? await withoutNames(made, view, hider) : made);
    }
    const [fault] = ran.error;
    const where = fault ? `line ${fault.line}, column ${fault.column}: ${fault.message}` : 'it makes nothing';
    return err({ code: 'invalid', message: `The template ${id} does not run: ${where}` });
  }

  /** The draft as a document; that of a format which is no text in base64. Errors: those of a draft, and where nothing can print. */
  async document(view: IncidentView, wish: DraftWish, format: ExportFormat): Promise<Result<MadeDocument, ApiError>> {
    const made = await this.draft(view, wish);
    if (!made.ok) return made;
    const { draft, source } = made.value;
    const named = { mediaType: mediaTypes[format], fileName: draftFileName(source.view, wish.template, format) };
    if (isTextFormat(format)) return ok({ text: await textOf(format, draft, source), ...named });
    const bytes = format === 'docx' ? ok(await docxOf(draft)) : await pdfOf(draft, view.id, this.#parts.printer);
    if (!bytes.ok) return err({ code: 'not-printed', message: bytes.error });
    return ok({ text: Buffer.from(bytes.value).toString('base64'), encoding: 'base64', ...named });
  }
}

const placesSimilar = ({ sections }: Skeleton): boolean =>
  sections.some(({ pieces }) => pieces.some((piece) => piece.type === 'part' && piece.part === 'similar'));

// What reads and writes prose, and Word documents, is large: it is loaded when somebody first wants a document.

/** The draft as text. */
export async function textOf(format: TextFormat, draft: Draft, source: DraftSource): Promise<string> {
  const { written } = await import('../../../shared/postmortem/writers/render.ts');
  return written(format, draft, source);
}

async function docxOf(draft: Draft): Promise<Uint8Array> {
  const { draftDocx } = await import('./docx/draft-docx.ts');
  return draftDocx(draft);
}

async function pdfOf(draft: Draft, incident: string, printer: Printer): Promise<Result<Uint8Array, string>> {
  const { draftPdf } = await import('./pdf/draft-pdf.ts');
  return draftPdf(draft, incident, printer);
}

/** What was made of an incident without names, looked through once more: also for names that a template brought along. */
async function withoutNames({ draft, generated, source }: MadeDraft, view: IncidentView, hider: NameHider): Promise<MadeDraft> {
  const { anonymised } = await import('../../../shared/postmortem/anonymous/anonymise.ts');
  const { leftovers, draft: told } = anonymised(draft, view, hider);
  return { draft: told, generated: anonymised(generated, view, hider).draft, source: anonymousSource(source, hider), leftovers };
}
