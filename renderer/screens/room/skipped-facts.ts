/** Which of the first facts a person passed over, kept per incident in this window. */
import { useCallback, useState } from 'react';
import { type Fact, facts } from '../../../shared/incident/next-step.ts';

const keyOf = (incident: string) => `wheelhouse.skipped.${incident}`;

function read(incident: string): readonly Fact[] {
  const kept = sessionStorage.getItem(keyOf(incident))?.split(' ') ?? [];
  return facts.filter((fact) => kept.includes(fact));
}

export function useSkippedFacts(incident: string): readonly [skipped: readonly Fact[], skip: (fact: Fact) => void] {
  const [skipped, setSkipped] = useState(() => read(incident));
  const skip = useCallback(
    (fact: Fact) => {
      sessionStorage.setItem(keyOf(incident), [...read(incident), fact].join(' '));
      setSkipped(read(incident));
    },
    [incident],
  );
  return [skipped, skip];
}
