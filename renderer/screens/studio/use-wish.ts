/** Which draft one works on: chosen per incident and kept while the window is open. */
import { useState } from 'react';
import type { IncidentView } from '../../../shared/incident/view.ts';

export interface Wish {
  readonly template: string;
  /** Names become roles. */
  readonly anonymous: boolean;
}

const keyOf = (incident: string): string => `wheelhouse.template.${incident}`;

/** At first the template of the last export, of the words that were written last, or the usual one. */
export function useWish(view: IncidentView): readonly [Wish, (wish: Wish) => void] {
  const [wish, setWish] = useState<Wish>(() => ({ template: readTemplate(view.id) ?? firstTemplate(view), anonymous: false }));
  const change = (next: Wish) => {
    setWish(next);
    try {
      sessionStorage.setItem(keyOf(view.id), next.template);
    } catch {
      // It is chosen until the page is left.
    }
  };
  return [wish, change];
}

function readTemplate(incident: string): string | undefined {
  try {
    return sessionStorage.getItem(keyOf(incident)) ?? undefined;
  } catch {
    return undefined;
  }
}

function firstTemplate(view: IncidentView): string {
  const written = Object.values(view.sections).toSorted((one, other) => other.at - one.at);
  return view.exports.at(-1)?.template ?? written[0]?.template ?? 'google-sre';
}
