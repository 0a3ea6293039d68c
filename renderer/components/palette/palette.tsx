/** `Ctrl/⌘ K`: everything that can be done from here, by name, with its keys; and where it cannot be done now, why. */
import { useMemo, useRef } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  Text,
  TextField,
  useFilter,
} from 'react-aria-components';
import { useStore } from '../../bridge/store.ts';
import { KeyHint } from '../key-hint/key-hint.tsx';
import { announce } from '../live-region/announce.ts';
import { type Action, presentActions } from './actions.ts';
import styles from './palette.module.css';
import { paletteOpen } from './panels.ts';

/** Closed until asked for; then focus is in its field, and goes back to where it was. */
export function Palette() {
  const open = useStore(paletteOpen);
  return (
    <ModalOverlay isOpen={open} isDismissable onOpenChange={paletteOpen.set} className={styles.overlay ?? ''}>
      <Modal className={styles.modal ?? ''}>
        <Dialog aria-label="Find an action" className={styles.dialog ?? ''}>
          <Finder />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder() {
  const { contains } = useFilter({ sensitivity: 'base' });
  const chosen = useRef<Action | undefined>(undefined);
  const groups = useMemo(() => grouped(presentActions().filter(({ id }) => id !== 'palette')), []);
  const choose = (action: Action) => {
    if (action.unavailable !== undefined) return announce(`${action.name}: ${action.unavailable}`);
    chosen.current = action;
    paletteOpen.set(false);
    // After the palette has given focus back: an action may want to put it elsewhere.
    setTimeout(() => chosen.current?.run(), 0);
  };
  return (
    <Autocomplete filter={(text, typed) => typed.split(/\s+/).every((word) => contains(text, word))}>
      <TextField aria-label="Find an action" autoFocus className={styles.field ?? ''}>
        <Input className={styles.input ?? ''} placeholder="Find an action" autoComplete="off" spellCheck="false" />
      </TextField>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the list is walked from the field, but a region that scrolls must be reachable too. */}
      <div className={styles.scroll} tabIndex={0}>
        <Menu
          className={styles.menu ?? ''}
          aria-label="Actions"
          shouldCloseOnSelect={false}
          renderEmptyState={() => <p className={styles.none}>Nothing here is called that. F1 shows all keys.</p>}
        >
          {groups.map(([group, actions]) => (
            <MenuSection key={group} className={styles.section ?? ''}>
              <Header className={styles.group ?? ''}>{group}</Header>
              {actions.map((action) => (
                <MenuItem
                  key={action.id}
                  id={action.id}
                  className={styles.item ?? ''}
                  textValue={[action.name, action.alsoCalled, action.typed].filter(Boolean).join(' ')}
                  onAction={() => choose(action)}
                >
                  <Line action={action} />
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </div>
    </Autocomplete>
  );
}

function Line({ action }: { readonly action: Action }) {
  const keys = action.chords?.[0] ?? action.typed;
  return (
    <>
      <Text slot="label" className={styles.label}>
        <span className={action.unavailable === undefined ? styles.name : styles.not}>{action.name}</span>
        {keys === undefined ? null : <KeyHint keys={keys.trim()} />}
      </Text>
      {action.unavailable === undefined ? null : (
        <Text slot="description" className={styles.why}>
          {action.unavailable}
        </Text>
      )}
    </>
  );
}

/** Groups that every screen shares: after what belongs to the screen one looks at. */
const shared: readonly string[] = ['Go', 'Window'];

/** What can be done comes first, under its headings; what cannot follows together, each with its reason. */
function grouped(actions: readonly Action[]): readonly (readonly [string, readonly Action[]])[] {
  const possible = actions.filter(({ unavailable }) => unavailable === undefined);
  const present = new Set(possible.map(({ group }) => group));
  const names = [...[...present].filter((name) => !shared.includes(name)), ...shared.filter((name) => present.has(name))];
  const groups = names.map((name) => [name, possible.filter(({ group }) => group === name)] as const);
  const notNow = actions.filter(({ unavailable }) => unavailable !== undefined);
  return notNow.length === 0 ? groups : [...groups, ['Not now, and why', notNow]];
}
