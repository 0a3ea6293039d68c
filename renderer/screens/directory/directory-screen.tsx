/** Whom to call: everybody with their numbers, the order in which they are called, and what is thin in the list. It needs no network. */
import { useMemo, useState } from 'react';
import { type Contact, emptyDirectory, type RemovedContact } from '../../../shared/directory/directory.ts';
import { ageWords } from '../../../shared/directory/print-page.ts';
import { contactsWith } from '../../../shared/directory/who-to-call.ts';
import { useDirectory, useRunDirectory } from '../../bridge/use-directory.ts';
import { Button } from '../../components/button/button.tsx';
import { classNames } from '../../components/class-names.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { KeyHint } from '../../components/key-hint/key-hint.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import pageFrame from '../../components/page-frame/page-frame.module.css';
import { usePageTitle } from '../../components/page-title.ts';
import { useActions } from '../../components/palette/actions.ts';
import { Section } from '../../components/section/section.tsx';
import { go } from '../../route.ts';
import { CallOrder } from './call-order.tsx';
import { cardOf } from './card-fields.ts';
import { ContactForm } from './contact-form.tsx';
import { ContactList } from './contact-list.tsx';
import { copyNumber } from './copy-number.ts';
import { directorySearch, focusDirectorySearch, focusFirstContact } from './directory-focus.ts';
import styles from './directory-screen.module.css';
import { EraseForGood } from './erase-for-good.tsx';
import { FileWays } from './file-ways.tsx';
import { Gaps } from './gaps.tsx';

/** What the form is for: a new card, or one that is there. */
type Editing = 'new' | Contact;

export function DirectoryScreen() {
  usePageTitle('Directory');
  const { directory, error } = useDirectory();
  const { run, fault, clear } = useRunDirectory();
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<Editing | undefined>();
  const [erasing, setErasing] = useState<Contact | undefined>();
  const known = directory ?? emptyDirectory;
  const found = useMemo(() => contactsWith(known, text), [known, text]);

  const edit = (what: Editing) => {
    clear();
    setErasing(undefined);
    setEditing(what);
  };
  const close = () => {
    setEditing(undefined);
    clear();
    focusDirectorySearch();
  };
  const remove = async (contact: Contact) => {
    const answer = await run({ type: 'contact.remove', contact: contact.id });
    if (!answer.ok) return;
    close();
    announce(`${contact.name} is removed. They can be put back below the list.`);
  };
  const putBack = async (contact: RemovedContact) => {
    const answer = await run({ type: 'contact.save', contact: contact.id, ...cardOf(contact) });
    if (answer.ok) announce(`${contact.name} is back.`);
  };
  const add = () => edit('new');
  useActions(() => [
    { id: 'directory.add', name: 'Add a contact', group: 'Directory', chords: ['Alt+A'], alsoCalled: 'new person number', run: add },
    { id: 'directory.find', name: 'Search the directory', group: 'Directory', chords: ['Mod+F'], run: focusDirectorySearch },
    { id: 'directory.page', name: 'The page for the wall', group: 'Directory', chords: ['Alt+P'], alsoCalled: 'print paper', run: toPage },
  ]);

  if (directory === undefined) {
    return error === undefined ? (
      <p className={pageFrame.waiting}>Reading the directory …</p>
    ) : (
      <Notice tone="broken" title={error.message} />
    );
  }
  return (
    <div className={pageFrame.screen}>
      <header className={pageFrame.header}>
        <div>
          <h1>Directory</h1>
          <p className={pageFrame.quiet}>{ageWords(directory, Date.now(), Intl.DateTimeFormat().resolvedOptions().timeZone)}</p>
        </div>
        <div className={styles.ways}>
          <Button onPress={toPage} keys="Alt+P">
            Page for the wall
          </Button>
          <Button look="main" onPress={add} keys="Alt+A">
            Add a contact
          </Button>
        </div>
      </header>
      <p className={pageFrame.quiet}>Anybody may call anybody here, at once. There is no time to wait before going one further.</p>
      {editing === undefined ? null : (
        <ContactForm
          key={editing === 'new' ? 'new' : editing.id}
          {...(editing === 'new' ? {} : { contact: editing })}
          onDone={close}
          onRemove={remove}
          onErase={(contact) => {
            setEditing(undefined);
            setErasing(contact);
          }}
        />
      )}
      {erasing === undefined ? null : <EraseForGood contact={erasing} onDone={() => setErasing(undefined)} />}
      {fault !== undefined && editing === undefined ? <Notice tone="broken" title={fault.message} /> : null}
      <div className={styles.columns}>
        <div className={styles.main}>
          <search>
            <TextField
              id={directorySearch}
              label="Search the directory"
              labelling="hidden"
              placeholder="A name, a service, a team, a number"
              inputType="search"
              value={text}
              onChange={setText}
              maxLength={200}
              autoFocus
              onKeyDown={(event) => {
                if (event.key === 'Escape') setText('');
                if (event.key === 'ArrowDown') {
                  event.preventDefault();
                  focusFirstContact();
                }
                if (event.key === 'Enter' && found[0]) void copyNumber(found[0], 0);
              }}
            />
          </search>
          <p className={classNames(pageFrame.quiet, styles.keys)}>
            <KeyHint keys="Enter" /> copies the first number found · <KeyHint keys="ArrowDown" /> into the list, there <kbd>C</kbd> or{' '}
            <kbd>1</kbd>–<kbd>8</kbd> copies, <kbd>E</kbd> edits
          </p>
          <Section title="Everybody" aside={text.trim() === '' ? countOf(directory.contacts.length) : `${found.length} found`}>
            {found.length > 0 ? <ContactList directory={directory} contacts={found} onEdit={edit} /> : <Empty searched={text} />}
          </Section>
          <Removed removed={directory.removed} onPutBack={putBack} onErase={setErasing} />
          <FileWays />
        </div>
        <div className={styles.beside}>
          <CallOrder directory={directory} />
          <Gaps directory={directory} />
        </div>
      </div>
    </div>
  );
}

function Empty({ searched }: { readonly searched: string }) {
  if (searched.trim() !== '') return <EmptyState>Nobody here has all of these words, in any field.</EmptyState>;
  return (
    <EmptyState>
      Nobody is in the directory yet. <KeyHint keys="Alt+A" /> adds the first: a name, a number and what they answer for. It is kept on this
      machine and works without a network. Start with whoever you would call if chat were down.
    </EmptyState>
  );
}

interface RemovedProps {
  readonly removed: readonly RemovedContact[];
  readonly onPutBack: (contact: RemovedContact) => void;
  readonly onErase: (contact: RemovedContact) => void;
}

/** Removing hides a card; its text is in the log until it is erased. */
function Removed({ removed, onPutBack, onErase }: RemovedProps) {
  if (removed.length === 0) return null;
  return (
    <Section title="Removed" aside={countOf(removed.length)} level={3}>
      <ul className={styles.removed}>
        {removed.map((contact) => (
          <li key={contact.id}>
            <bdi>{contact.name}</bdi>
            <span>
              <Button look="quiet" onPress={() => onPutBack(contact)} label={`Put ${contact.name} back`}>
                Put back
              </Button>
              <Button look="quiet" onPress={() => onErase(contact)} label={`Erase ${contact.name} for good`}>
                Erase for good …
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function toPage(): void {
  go({ screen: 'directoryPage' });
}

function countOf(count: number): string | undefined {
  return count === 0 ? undefined : String(count);
}
