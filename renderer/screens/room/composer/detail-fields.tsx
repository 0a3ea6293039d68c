/** Fields beneath the composer for what a line leaves to be said. The caret stays in the composer: Tab goes in, Enter keeps a field and goes on, Escape leaves. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { announce } from '../../../components/live-region/announce.ts';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import styles from './detail-fields.module.css';
import { type Detailed, type DetailField, detailDraft, fieldsOf, leverNames } from './details.ts';

interface DetailFieldsProps {
  readonly detailed: Detailed;
  /** The fields go, and the caret comes home. */
  readonly onLeave: () => void;
}

export function DetailFields({ detailed, onLeave }: DetailFieldsProps) {
  const { view } = useRoom();
  const levers = useId();
  const form = useRef<HTMLFieldSetElement>(null);
  const fields = fieldsOf(detailed);
  const asked = detailed.lacking !== undefined;
  useEffect(() => {
    if (asked) form.current?.querySelector('input')?.focus();
  }, [asked]);
  const onwards = (place: number) => {
    const next = form.current?.querySelectorAll('input')[place + 1];
    if (next) next.focus();
    else onLeave();
  };
  return (
    <fieldset ref={form} className={styles.fields} aria-label={`About this ${detailed.of}: ${detailed.text}`}>
      <p className={styles.about}>
        <Written shape="clipped">{detailed.text}</Written>
        <span className={styles.keys}>
          <kbd>Tab</kbd> says more · <kbd>Esc</kbd> leaves it
        </span>
      </p>
      <div className={styles.row}>
        {fields.map((field, place) => (
          <Field key={field.name} detailed={detailed} field={field} levers={levers} onOn={() => onwards(place)} onLeave={onLeave} />
        ))}
      </div>
      <datalist id={levers}>
        {detailed.of === 'action' && leverNames(view).map(({ key, name }) => <option key={key} value={key} label={name} />)}
      </datalist>
    </fieldset>
  );
}

interface FieldProps extends DetailFieldsProps {
  readonly field: DetailField;
  /** The id of the list of levers. */
  readonly levers: string;
  readonly onOn: () => void;
}

/** Kept when it is left with something in it, by Enter or by Tab. */
function Field({ detailed, field, levers, onOn, onLeave }: FieldProps) {
  const { view, run } = useRoom();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string | undefined>();
  const kept = useRef('');
  const given = useRef<'up' | undefined>(undefined);
  const [saved, setSaved] = useState<'kept' | undefined>();
  const keep = async (): Promise<'kept' | 'nothing' | 'faulty'> => {
    const said = text.trim();
    if (said === '' || said === kept.current || given.current === 'up') return 'nothing';
    const draft = detailDraft(view, detailed, field.name, said);
    if (!draft.ok) {
      setFault(draft.error);
      announce(draft.error);
      return 'faulty';
    }
    kept.current = said;
    setFault(undefined);
    const answer = await run(draft.value);
    if (!answer.ok) {
      kept.current = '';
      return 'faulty';
    }
    setSaved('kept');
    return 'kept';
  };
  const onKeyDown = async (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      given.current = 'up';
      return onLeave();
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if ((await keep()) !== 'faulty') onOn();
  };
  const faultId = `${levers}-${field.name}`;
  return (
    <label className={styles.field}>
      <span className={styles.name}>
        {saved === 'kept' && <span className={styles.kept}>✓ </span>}
        {field.says}
      </span>
      <input
        className={styles.input}
        value={text}
        placeholder={`e.g. ${field.like}`}
        maxLength={500}
        autoComplete="off"
        dir="auto"
        {...(field.name === 'lever' ? { list: levers } : {})}
        {...(fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': faultId })}
        onChange={(event) => {
          setText(event.target.value);
          setSaved(undefined);
        }}
        onBlur={() => void keep()}
        onKeyDown={onKeyDown}
      />
      {fault !== undefined && (
        <span id={faultId} className={styles.fault}>
          {fault} The playbook has{' '}
          {leverNames(view)
            .map(({ key }) => key)
            .join(', ')}
          .
        </span>
      )}
    </label>
  );
}
