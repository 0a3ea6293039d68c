/** The templates that a draft may follow: those that ship, and the organisation's own. */
import { useEffect, useState } from 'react';
import type { ListedTemplate } from '../../../../shared/api/template-procedures.ts';
import { useBridge } from '../../../bridge/bridge-context.ts';

export type TemplateChoice = Pick<ListedTemplate, 'id' | 'name' | 'about'>;

/** Empty until they are known. */
export function useTemplates(): readonly TemplateChoice[] {
  const bridge = useBridge();
  const [templates, setTemplates] = useState<readonly TemplateChoice[]>([]);
  useEffect(() => {
    let current = true;
    void bridge.call('templates.list', {}).then((answer) => {
      if (current && answer.ok) setTemplates(answer.value.templates.filter(({ readable }) => readable));
    });
    return () => {
      current = false;
    };
  }, [bridge]);
  return templates;
}
