/** Declaring in one line: a title and Enter. Severity and drill are in reach and never asked for. */
import { type FormEvent, useState } from 'react';
import type { Playbook } from '../../../shared/playbook/schema.ts';
import { type Severity, severities } from '../../../shared/vocabulary/words.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { useRunCommand } from '../../bridge/run-command.ts';
import { useRulesInForce } from '../../bridge/use-playbook.ts';
import { Button } from '../../components/button/button.tsx';
import { Choice } from '../../components/choice/choice.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import { go } from '../../route.ts';
import { openFirst } from '../room/boards/first-board.ts';
import styles from './declare-form.module.css';
import { declareField } from './home-focus.ts';

type SeverityChoice = `${Severity}` | 'later' | 'asked';

interface Option<T> {
  readonly value: T;
  readonly says: string;
  readonly meaning: string;
}

const severityOptions = (playbook: Playbook): readonly Option<SeverityChoice>[] => [
  { value: 'later', says: 'not known yet', meaning: 'Opens in triage; say it later with /sev' },
  { value: 'asked', says: 'by questions', meaning: 'Opens in triage with the questions about how bad it is' },
  ...severities.map((severity) => ({
    value: `${severity}` as const,
    says: playbook.severities[severity].label,
    meaning: playbook.severities[severity].meaning,
  })),
];

const typeOptions = (playbook: Playbook): readonly Option<string>[] => [
  { value: '', says: 'not said', meaning: 'Say it later with /type' },
  ...playbook.types.map(({ id, name, says }) => ({ value: id, says: name, meaning: says })),
];

const modeOptions = [
  { value: 'live', says: 'for real', meaning: 'A real incident' },
  { value: 'drill', says: 'drill', meaning: 'An exercise: striped, and called a DRILL wherever it is named' },
] as const;

/** What was typed stays until the log has it. */
export function DeclareForm() {
  const { face } = useBridge();
  const { run, fault } = useRunCommand(undefined);
  const rules = useRulesInForce();
  const [title, setTitle] = useState('');
  const [severity, setSeverity] = useState<SeverityChoice>('later');
  const [incidentType, setIncidentType] = useState('');
  const [mode, setMode] = useState<'live' | 'drill'>('live');
  const [missing, setMissing] = useState<string | undefined>();
  const declare = async (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return setMissing('Say in a few words what is wrong. It can be changed later.');
    const answer = await run({
      type: 'incident.declare',
      title: title.trim(),
      mode,
      ...(severity === 'later' || severity === 'asked' ? {} : { severity: Number(severity) as Severity }),
      ...(incidentType === '' ? {} : { incidentType }),
    });
    const incident = answer.ok ? answer.value[0]?.incidentId : undefined;
    if (incident === undefined) return;
    if (severity === 'asked') openFirst(incident, 'triage');
    go({ screen: 'room', incident });
  };
  const type = (text: string) => {
    setTitle(text);
    setMissing(undefined);
  };
  return (
    <form className={styles.declare} onSubmit={declare} aria-label="Declare an incident">
      <div className={styles.question}>
        <h2>What is going wrong?</h2>
        <KeyHint keys={face === 'desktop' ? 'Mod+N' : 'Alt+Shift+N'} />
      </div>
      <div className={styles.line}>
        <TextField
          id={declareField}
          label="Title of the incident"
          labelling="hidden"
          placeholder="Checkout errors in the EU"
          value={title}
          onChange={type}
          fault={missing}
          size="large"
          maxLength={500}
          autoFocus
        />
        <Button look="main" type="submit" keys="Enter">
          Declare
        </Button>
      </div>
      <div className={styles.choices}>
        <Choice label="Severity" options={severityOptions(rules)} value={severity} onChange={setSeverity} />
        {rules.types.length > 0 && <Choice label="Type" options={typeOptions(rules)} value={incidentType} onChange={setIncidentType} />}
        <Choice label="This is" options={modeOptions} value={mode} onChange={setMode} />
      </div>
      {fault === undefined ? null : <Notice tone="broken" title={fault.message} />}
    </form>
  );
}
