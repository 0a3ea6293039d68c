/** In which order people are called, by service; a path is changed by writing its names in a line. */
import { useState } from 'react';
import type { Directory } from '../../../shared/directory/directory.ts';
import { type CallPath, callPaths, contactsNamed } from '../../../shared/directory/who-to-call.ts';
import { useRunDirectory } from '../../bridge/use-directory.ts';
import { Button } from '../../components/button/button.tsx';
import { CardForm } from '../../components/card-form/card-form.tsx';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import styles from './call-order.module.css';
import { CallSteps } from './call-steps.tsx';

export function CallOrder({ directory }: { readonly directory: Directory }) {
  const [editing, setEditing] = useState<CallPath | 'new' | undefined>();
  const paths = callPaths(directory);
  const none = directory.contacts.length === 0 ? 'Nobody is in the directory yet.' : undefined;
  return (
    <Section
      title="Call in this order"
      aside={
        <Button look="quiet" onPress={() => setEditing('new')} unavailable={none}>
          New path
        </Button>
      }
    >
      {editing === undefined ? null : (
        <PathForm
          key={editing === 'new' ? 'new' : (editing.service ?? '')}
          directory={directory}
          {...(editing === 'new' ? {} : { path: editing })}
          onDone={() => setEditing(undefined)}
        />
      )}
      {paths.length === 0 ? (
        <EmptyState>Give a contact a service and a place (1 is called first), and the order of each service stands here.</EmptyState>
      ) : (
        <ul aria-label="Paths" className={styles.paths}>
          {paths.map((path) => (
            <li key={path.service ?? ''} className={styles.path}>
              <div className={styles.head}>
                <h3 className={styles.service}>{path.service === undefined ? 'Everything' : <Written>{path.service}</Written>}</h3>
                <button
                  type="button"
                  className={styles.small}
                  aria-label={`Change the path of ${path.service ?? 'everything'}`}
                  onClick={() => setEditing(path)}
                >
                  change
                </button>
              </div>
              <CallSteps contacts={path.contacts} />
              {path.note === undefined ? null : (
                <p className={styles.note}>
                  <Written>{path.note}</Written>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

interface PathFormProps {
  readonly directory: Directory;
  /** Absent: a new one. */
  readonly path?: CallPath;
  readonly onDone: () => void;
}

function PathForm({ directory, path, onDone }: PathFormProps) {
  const { run } = useRunDirectory();
  const [service, setService] = useState(path?.service ?? '');
  const [names, setNames] = useState(path?.contacts.map(({ name }) => name).join(', ') ?? '');
  const [note, setNote] = useState(path?.note ?? '');
  const [fault, setFault] = useState<string | undefined>();
  const save = async () => {
    const found = contactsNamed(directory, names);
    if (!found.ok) return setFault(found.error);
    const answer = await run({
      type: 'escalation.save',
      ...(service.trim() === '' ? {} : { service: service.trim() }),
      contacts: [...found.value],
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
    if (!answer.ok) return setFault(answer.error.message);
    announce('The path is saved.');
    onDone();
  };
  return (
    <CardForm label={path ? `Path of ${path.service ?? 'everything'}` : 'New path'} onSave={save} onDone={onDone}>
      {path === undefined ? (
        <TextField label="Service" description="empty: for everything" value={service} onChange={setService} maxLength={80} autoFocus />
      ) : null}
      <TextField
        label="Names, first called first"
        description="separated by commas; empty: by the places on the cards"
        value={names}
        onChange={(text) => {
          setNames(text);
          // A field that is said to be wrong keeps its form from being sent.
          setFault(undefined);
        }}
        fault={fault}
        {...(path === undefined ? {} : { autoFocus: true as const })}
      />
      <TextField label="Note" value={note} onChange={setNote} maxLength={500} />
    </CardForm>
  );
}
