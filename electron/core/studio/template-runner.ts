/** Runs templates of any making: what one of them does wrong ends it, and nothing else. */
import type { Skeleton } from '../../../shared/postmortem/template/skeleton.ts';
import type { TemplateData } from '../../../shared/postmortem/template/template-data.ts';
import type { Template, TemplateFault } from '../../../shared/postmortem/template/template-file.ts';
import type { Result } from '../../../shared/result.ts';
import { runTemplate } from './liquid-engine.ts';

export class TemplateRunner {
  run(template: Template, data: TemplateData): Promise<Result<Skeleton, readonly TemplateFault[]>> {
    return Promise.resolve(runTemplate(template, data));
  }
}
