/** Findings that somebody looked at and found right as they stand: not shown again in this session, and told to nobody. */
import { useMemo, useState } from 'react';
import type { Finding } from '../../../../shared/postmortem/review/rule.ts';

export interface Dismissed {
  readonly has: (section: string, finding: Finding) => boolean;
  readonly add: (section: string, finding: Finding) => void;
}

const keyOf = (section: string, { rule, text }: Finding): string => `${section} ${rule} ${text.toLowerCase()}`;
const boxKey = (incident: string): string => `wheelhouse.findings.${incident}`;

/** By section, rule and words: the same words elsewhere are looked at again. */
export function useDismissed(incident: string): Dismissed {
  const [keys, setKeys] = useState<ReadonlySet<string>>(() => readKeys(incident));
  return useMemo(
    () => ({
      has: (section, finding) => keys.has(keyOf(section, finding)),
      add: (section, finding) => {
        const next = new Set([...keys, keyOf(section, finding)]);
        setKeys(next);
        try {
          sessionStorage.setItem(boxKey(incident), JSON.stringify([...next]));
        } catch {
          // They are dismissed until the page is left.
        }
      },
    }),
    [keys, incident],
  );
}

function readKeys(incident: string): ReadonlySet<string> {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(boxKey(incident)) ?? '[]');
    return new Set(Array.isArray(found) ? found.filter((key) => typeof key === 'string') : []);
  } catch {
    return new Set();
  }
}
