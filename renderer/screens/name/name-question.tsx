/** The one question that a first visit asks: who are you? The log shows who wrote each line. */
import { type FormEvent, useState } from 'react';
import { useNaming } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import styles from './name-question.module.css';

/** Goes away by itself once the name is known. */
export function NameQuestion() {
  usePageTitle('Your name');
  const giveName = useNaming();
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setFault('Type the name that others in the incident know you by.');
    const answer = await giveName(name.trim());
    setFault(answer.ok ? undefined : answer.error.message);
  };
  return (
    <form className={styles.question} onSubmit={send}>
      <h1>What is your name?</h1>
      <p>It stands beside every line that you write in the log. You are asked once on this device.</p>
      <TextField label="Name" value={name} onChange={setName} fault={fault} size="large" name="name" maxLength={80} autoFocus />
      <div>
        <Button look="main" type="submit" keys="Enter">
          Go on
        </Button>
      </div>
    </form>
  );
}
