/** Contacts as lines: name, numbers that one key copies, what they answer for, and what marks them. */
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Contact, Directory } from '../../../shared/directory/directory.ts';
import { busFactors, leansOn } from '../../../shared/directory/reach.ts';
import { dependencyNames } from '../../../shared/directory/words.ts';
import { Chip } from '../../components/chip/chip.tsx';
import { Written } from '../../components/written/written.tsx';
import styles from './contact-list.module.css';
import { copyNumber } from './copy-number.ts';
import { firstOfContact, focusDirectorySearch, focusNextContact } from './directory-focus.ts';

interface ContactListProps {
  readonly directory: Directory;
  readonly contacts: readonly Contact[];
  readonly onEdit: (contact: Contact) => void;
}

export function ContactList({ directory, contacts, onEdit }: ContactListProps) {
  const many = useMemo(() => new Map(busFactors(directory).map(({ contact, alone }) => [contact.id, alone])), [directory]);
  const [copied, setCopied] = useState<string | undefined>();
  const copy = async (contact: Contact, place: number) => {
    if (await copyNumber(contact, place)) setCopied(`${contact.id}/${place}`);
  };
  return (
    <ul aria-label="Contacts" className={styles.list}>
      {contacts.map((contact) => (
        <li
          key={contact.id}
          className={styles.line}
          onKeyDown={(event) => keyOn(event, { copy: (place) => void copy(contact, place), edit: () => onEdit(contact) })}
        >
          <div className={styles.who}>
            <span className={styles.name}>
              <Written>{contact.name}</Written>
            </span>
            {contact.kind === 'person' ? null : <Chip>{contact.kind}</Chip>}
            {contact.order === undefined ? null : <span className={styles.order}>called {ordinal(contact.order)}</span>}
          </div>
          <div className={styles.numbers}>
            {contact.phones.length === 0 ? <span className={styles.quiet}>no number</span> : null}
            {contact.phones.map((phone, place) => (
              <button
                key={phone}
                type="button"
                className={styles.number}
                {...(place === 0 ? { [firstOfContact]: contact.id } : {})}
                onClick={() => void copy(contact, place)}
              >
                <bdi>{phone}</bdi> <span className={styles.copy}>{copied === `${contact.id}/${place}` ? '✓ copied' : 'copy'}</span>
                <span className={styles.hidden}> number of {contact.name}</span>
              </button>
            ))}
          </div>
          <p className={styles.about}>
            <About contact={contact} />
          </p>
          <div className={styles.marks}>
            <Marks contact={contact} alone={many.get(contact.id)} />
          </div>
          <div className={styles.edit}>
            <button
              type="button"
              className={styles.small}
              {...(contact.phones.length === 0 ? { [firstOfContact]: contact.id } : {})}
              aria-label={`Edit ${contact.name}`}
              onClick={() => onEdit(contact)}
            >
              edit
            </button>
          </div>
        </li>
      ))}
    </ul>
  );
}

function About({ contact }: { readonly contact: Contact }) {
  const { team, services, note } = contact;
  const parts = [team, services.length === 0 ? undefined : services.join(', '), note].filter((part) => part !== undefined);
  return <Written>{parts.join(' · ')}</Written>;
}

/** What somebody who relies on this contact should know: to be mended by day, so it has a shape and no colour. */
function Marks({ contact, alone }: { readonly contact: Contact; readonly alone: readonly string[] | undefined }) {
  const needs = leansOn(contact);
  const marks = [
    alone && `behind ${contact.services.length} services${alone.length === 0 ? '' : `, alone for ${alone.join(', ')}`}`,
    needs && needs.length > 0 && `not without ${needs.map((one) => dependencyNames[one]).join(', ')}`,
  ].filter((mark) => typeof mark === 'string');
  return marks.map((mark) => (
    <span key={mark}>
      <span aria-hidden="true" className={styles.shape}>
        ◇
      </span>{' '}
      {mark}
    </span>
  ));
}

interface Acts {
  readonly copy: (place: number) => void;
  readonly edit: () => void;
}

/** What a key does on a line; chords are the frame's. */
function actOf(event: KeyboardEvent<HTMLElement>, acts: Acts): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const line = event.currentTarget;
  if (event.key === 'ArrowDown') return () => focusNextContact(line, 1);
  if (event.key === 'ArrowUp') return () => focusNextContact(line, -1);
  if (event.key === 'Escape') return focusDirectorySearch;
  if (event.key === 'e') return acts.edit;
  if (event.key === 'c') return () => acts.copy(0);
  return /^[1-8]$/.test(event.key) ? () => acts.copy(Number(event.key) - 1) : undefined;
}

function keyOn(event: KeyboardEvent<HTMLElement>, acts: Acts): void {
  const act = actOf(event, acts);
  if (act === undefined) return;
  event.preventDefault();
  act();
}

function ordinal(order: number): string {
  if (order === 1) return 'first';
  if (order === 2) return 'second';
  return order === 3 ? 'third' : `at place ${order}`;
}
