/** Who is called first, second, third, each with a number that one press copies. */
import { type ReactNode, useState } from 'react';
import type { Contact } from '../../../shared/directory/directory.ts';
import { Written } from '../../components/written/written.tsx';
import styles from './call-order.module.css';
import { copyNumber } from './copy-number.ts';

interface CallStepsProps {
  readonly contacts: readonly Contact[];
  /** What else can be done with each, behind their number. */
  readonly children?: (contact: Contact) => ReactNode;
}

export function CallSteps({ contacts, children }: CallStepsProps) {
  const [copied, setCopied] = useState<string | undefined>();
  const copy = async (contact: Contact) => {
    if (await copyNumber(contact, 0)) setCopied(contact.id);
  };
  return (
    <ol className={styles.steps}>
      {contacts.map((contact, index) => (
        <li key={contact.id} className={styles.step}>
          <span className={styles.place}>{index + 1}.</span>
          <span className={styles.name}>
            <Written>{contact.name}</Written>
          </span>
          <span className={styles.reach}>
            {contact.phones[0] === undefined ? (
              <span className={styles.quiet}>no number</span>
            ) : (
              <button type="button" className={styles.number} onClick={() => void copy(contact)}>
                <bdi>{contact.phones[0]}</bdi> <span className={styles.copy}>{copied === contact.id ? '✓ copied' : 'copy'}</span>
                <span className={styles.hidden}> number of {contact.name}</span>
              </button>
            )}
            {children?.(contact)}
          </span>
        </li>
      ))}
    </ol>
  );
}
