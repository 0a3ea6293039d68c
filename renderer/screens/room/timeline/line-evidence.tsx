/** A line as evidence: which hypothesis it speaks for or against, in two characters. */
import { useState } from 'react';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { aliveHypotheses } from '../../../../shared/incident/work/fixation.ts';
import { Button } from '../../../components/button/button.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { useRoom } from '../room-context.ts';
import { readEvidence } from './evidence.ts';
import { LineForm } from './line-form.tsx';

interface LineEvidenceProps {
  readonly entry: ShownEntry;
  readonly onDone: () => void;
}

/** Enter writes it; what cannot be read is said below the field. */
export function LineEvidence({ entry, onDone }: LineEvidenceProps) {
  const { view, run } = useRoom();
  const [typed, setTyped] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const alive = aliveHypotheses(view);
  const write = async () => {
    const read = readEvidence(typed, view.hypotheses);
    if (!read.ok) return setFault(read.error);
    const answer = await run({ type: 'evidence.add', entry: entry.item.id, ...read.value });
    if (answer.ok) onDone();
  };
  return (
    <LineForm
      onSubmit={write}
      onLeave={onDone}
      does={
        <Button type="submit" look="main" keys="Enter">
          Write it down
        </Button>
      }
    >
      <TextField
        label="For or against which hypothesis"
        description={fault ?? alive.map(({ label, text }) => `${label} ${text}`).join(' · ')}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          setFault(undefined);
        }}
        placeholder="1 + or 1 -, and a word if you like"
        autoFocus
      />
    </LineForm>
  );
}
