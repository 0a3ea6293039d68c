/** Every checklist to choose from: those that are open first, then those that fit now, then the rest of the playbook. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { offeredChecklists } from '../../../../shared/incident/checklists/offered-checklists.ts';
import { assumedPlaybook } from '../../../../shared/incident/playbook-of.ts';
import { Written } from '../../../components/written/written.tsx';
import { useRoom } from '../room-context.ts';
import styles from './checklist.module.css';
import { countWords, forWords, modeWords } from './item-words.ts';
import { itemAfter } from './use-items.ts';

interface AllChecklistsProps {
  readonly onGo: (checklist: string) => void;
  readonly onOpen: (list: string) => void;
}

interface Choice {
  readonly key: string;
  readonly title: string;
  readonly says: string;
  readonly onPress: () => void;
}

export function AllChecklists({ onGo, onOpen }: AllChecklistsProps) {
  const { view, self } = useRoom();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('button')?.focus(), []);
  const open = view.checklists.filter(({ state }) => state === 'open');
  const offered = offeredChecklists(view, self);
  const others = assumedPlaybook(view).checklists.filter(
    (list) => !offered.includes(list) && !open.some((opened) => opened.list === list.id),
  );
  const choice = (list: (typeof others)[number], words: string): Choice => ({
    key: list.id,
    title: list.title,
    says: [words, `${list.items.length} ${list.items.length === 1 ? 'item' : 'items'}`, modeWords[list.mode]].filter(Boolean).join(' · '),
    onPress: () => onOpen(list.id),
  });
  const groups: readonly (readonly [title: string, choices: readonly Choice[]])[] = [
    [
      'Open',
      open.map((opened) => ({
        key: opened.id,
        title: opened.title,
        says: `${opened.label} · ${countWords(opened)} · ${modeWords[opened.mode]}`,
        onPress: () => onGo(opened.id),
      })),
    ],
    ['For now', offered.map((list) => choice(list, `for ${forWords(view, list)}`))],
    ['All others', others.map((list) => choice(list, ''))],
  ];
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const buttons = [...(place.current?.querySelectorAll('button') ?? [])];
    const target = itemAfter(event.key, buttons.indexOf(event.target as HTMLButtonElement), buttons.length);
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    buttons[target]?.focus();
  };
  if (groups.every(([, choices]) => choices.length === 0))
    return <p className={styles.quiet}>The playbook of this incident has no checklists. They are written in the playbook.</p>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to the arrow keys of the buttons in it.
    <div ref={place} onKeyDown={onKeyDown}>
      {groups.map(([title, choices]) =>
        choices.length === 0 ? null : (
          <section key={title} aria-label={title} className={styles.group}>
            <h3 className={styles.quiet}>{title}</h3>
            <ul>
              {choices.map((one) => (
                <li key={one.key}>
                  <button type="button" className={styles.choice} onClick={one.onPress}>
                    <Written>{one.title}</Written>
                    <span className={styles.below}>{one.says}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </div>
  );
}
