/** One card, to be filled in from the keyboard. */
import { useState } from 'react';
import type { Contact } from '../../../shared/directory/directory.ts';
import { type ContactKind, contactKinds, type Dependency, dependencies, dependencyNames } from '../../../shared/directory/words.ts';
import { useRunDirectory } from '../../bridge/use-directory.ts';
import { notOwner, useSession } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { CardFields, CardForm } from '../../components/card-form/card-form.tsx';
import { Choice } from '../../components/choice/choice.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { TickBoxes } from '../../components/tick-boxes/tick-boxes.tsx';
import { cardFrom, textsOf } from './card-fields.ts';
import styles from './contact-form.module.css';

interface ContactFormProps {
  /** Absent: a new one. */
  readonly contact?: Contact;
  readonly onDone: () => void;
  readonly onRemove: (contact: Contact) => void;
  readonly onErase: (contact: Contact) => void;
}

const kindWords: Readonly<Record<ContactKind, string>> = { person: 'a person', team: 'a team', service: 'a provider' };

export function ContactForm({ contact, onDone, onRemove, onErase }: ContactFormProps) {
  const { run, fault, clear } = useRunDirectory();
  const { session } = useSession();
  const [texts, setTexts] = useState(() => textsOf(contact));
  const set = (more: Partial<typeof texts>) => {
    setTexts({ ...texts, ...more });
    // A field that is said to be wrong keeps its form from being sent.
    clear();
  };
  const save = async () => {
    const card = cardFrom(texts);
    const answer = await run({ type: 'contact.save', ...(contact ? { contact: contact.id } : {}), ...card });
    if (!answer.ok) return;
    announce(`${card.name} is saved.`);
    onDone();
  };
  const faultOf = (field: string) => fault?.fields?.find(({ path }) => path.split('.')[0] === field)?.message;
  return (
    <CardForm
      label={contact ? `Card of ${contact.name}` : 'New contact'}
      onSave={save}
      onDone={onDone}
      otherWays={
        contact === undefined ? null : (
          <>
            <Button onPress={() => onRemove(contact)}>Remove</Button>
            <Button look="quiet" onPress={() => onErase(contact)} unavailable={notOwner(session, 'erases texts')}>
              Erase for good …
            </Button>
          </>
        )
      }
    >
      <Choice
        label="This is"
        options={contactKinds.map((kind) => ({ value: kind, says: kindWords[kind] }))}
        value={texts.kind}
        onChange={(kind) => set({ kind })}
      />
      <CardFields>
        <TextField label="Name" value={texts.name} onChange={(name) => set({ name })} fault={faultOf('name')} maxLength={120} autoFocus />
        <TextField
          label="Numbers"
          description="the best first, separated by commas"
          value={texts.phones}
          onChange={(phones) => set({ phones })}
          fault={faultOf('phones')}
          placeholder="+49 30 1234, +49 171 5678 at night"
        />
        <TextField
          label="Answers for"
          description="services, separated by commas"
          value={texts.services}
          onChange={(services) => set({ services })}
          fault={faultOf('services')}
          placeholder="database, dns"
        />
        <TextField
          label="Called as number"
          description="1 is called first for these services; with no service, for everything"
          value={texts.order}
          onChange={(order) => set({ order })}
          fault={faultOf('order')}
          maxLength={3}
        />
        <TextField label="Team" value={texts.team} onChange={(team) => set({ team })} fault={faultOf('team')} maxLength={80} />
        <TextField label="Note" value={texts.note} onChange={(note) => set({ note })} fault={faultOf('note')} maxLength={500} />
      </CardFields>
      <WorksWithout chosen={texts.worksWithout} onChange={(worksWithout) => set({ worksWithout })} />
      {fault === undefined || fault.fields?.some(({ path }) => path !== '') ? null : <Notice tone="broken" title={fault.message} />}
    </CardForm>
  );
}

interface WorksWithoutProps {
  readonly chosen: readonly Dependency[] | undefined;
  readonly onChange: (chosen: readonly Dependency[] | undefined) => void;
}

/** "Not asked" and "needs all of it" are two things: the first shows as a gap in the list. */
function WorksWithout({ chosen, onChange }: WorksWithoutProps) {
  return (
    <div className={styles.without}>
      <Choice
        label="Asked what these numbers work without?"
        options={[
          { value: 'no', says: 'not yet' },
          { value: 'yes', says: 'yes' },
        ]}
        value={chosen === undefined ? 'no' : 'yes'}
        onChange={(asked) => onChange(asked === 'no' ? undefined : (chosen ?? []))}
      />
      {chosen === undefined ? null : (
        <TickBoxes
          label="Reached even without"
          options={dependencies.map((value) => ({ value, says: dependencyNames[value] }))}
          chosen={chosen}
          onChange={onChange}
        />
      )}
    </div>
  );
}
