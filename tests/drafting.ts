/** Drafts in the test's own process: a template that ships, run over a view. */
import { usualLimits } from '../electron/core/studio/engine-limits.ts';
import { runTemplate } from '../electron/core/studio/liquid-engine.ts';
import { shippedTemplates } from '../electron/core/studio/shipped-templates.ts';
import type { IncidentView } from '../shared/incident/view.ts';
import type { Draft } from '../shared/postmortem/draft.ts';
import { buildDraft, withWords } from '../shared/postmortem/template/build-draft.ts';
import { type DraftSource, draftSource } from '../shared/postmortem/template/draft-source.ts';
import { templateData } from '../shared/postmortem/template/template-data.ts';
import type { TextFormat } from '../shared/postmortem/writers/formats.ts';
import { written } from '../shared/postmortem/writers/render.ts';

const templates = shippedTemplates();
export const templateNames = [...templates.keys()];

/** A machine that is busy with other tests fails none. */
export const patientLimits = { ...usualLimits, renderMs: 60_000 };

/** The draft with the words of people, and what it was made of. */
export function draftOf(view: IncidentView, name = 'google-sre'): { readonly draft: Draft; readonly source: DraftSource } {
  const template = templates.get(name);
  if (!template) throw new Error(`no template ${name}`);
  const source = draftSource(view);
  const ran = runTemplate(template, templateData(source), patientLimits);
  if (!ran.ok) throw new Error(JSON.stringify(ran.error));
  return { draft: withWords(buildDraft(template, ran.value, source), source), source };
}

/** The draft as text. */
export function draftText(view: IncidentView, format: TextFormat = 'md', name = 'google-sre'): string {
  const { draft, source } = draftOf(view, name);
  return written(format, draft, source);
}
