/** Correcting a line in place: its text and its time. The original stays in the log. */
import { useState } from 'react';
import type { ShownEntry } from '../../../../shared/incident/timeline.ts';
import { zoneLabel } from '../../../../shared/vocabulary/zoned-time.ts';
import { Button } from '../../../components/button/button.tsx';
import { TextField } from '../../../components/field/text-field.tsx';
import { useRoom } from '../room-context.ts';
import { correctionOf, timeAsTyped } from './correction.ts';
import { LineForm } from './line-form.tsx';

interface LineCorrectProps {
  readonly entry: ShownEntry;
  readonly zone: string;
  readonly onDone: () => void;
}

/** Enter writes the correction, Escape leaves the line as it was. */
export function LineCorrect({ entry, zone, onDone }: LineCorrectProps) {
  const { run, lineContext } = useRoom();
  const [text, setText] = useState(entry.text);
  const [time, setTime] = useState(() => timeAsTyped(entry, zone));
  const [fault, setFault] = useState<string | undefined>();
  const write = async () => {
    const correction = correctionOf(entry, { text, time }, lineContext());
    if (!correction.ok) return setFault(correction.error);
    if (correction.value === undefined) return onDone();
    const answer = await run(correction.value);
    if (answer.ok) onDone();
  };
  return (
    <LineForm
      onSubmit={write}
      onLeave={onDone}
      does={
        <Button type="submit" keys="Enter">
          Write the correction
        </Button>
      }
    >
      <TextField label="Text" value={text} onChange={setText} autoFocus />
      <TextField
        label={`Time, ${zoneLabel(zone)}`}
        value={time}
        onChange={setTime}
        fault={fault}
        description="14:05 · ~14 · 14:00..14:20 · -7m · 2026-03-29 01:58 · 01:58Z for UTC"
      />
    </LineForm>
  );
}
