/** What a draft can be made as. */
import type { ChoiceOption } from '../../components/choice/choice.tsx';

export type DraftFormat = 'md' | 'html';

export const templates: readonly ChoiceOption<'google-sre'>[] = [
  {
    value: 'google-sre',
    says: 'Google SRE',
    meaning: 'Summary, impact, root causes, trigger, resolution, detection, action items, lessons, timeline',
  },
];

export const formats: readonly ChoiceOption<DraftFormat>[] = [
  { value: 'md', says: 'Markdown', meaning: 'For a wiki or a repository' },
  { value: 'html', says: 'HTML', meaning: 'One file for a browser, a mail or a print' },
];
