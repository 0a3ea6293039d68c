/** The templates there are: those that ship, the organisation's own, and what was begun and not saved. */
import type { KeyboardEvent } from 'react';
import type { ListedTemplate } from '../../../shared/api/template-procedures.ts';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import { hrefOf } from '../../route.ts';
import styles from './templates.module.css';

interface ShelfListProps {
  readonly templates: readonly ListedTemplate[];
  /** Ids of what was begun here and never saved. */
  readonly begun: readonly string[];
  readonly chosen: string;
}

export function ShelfList({ templates, begun, chosen }: ShelfListProps) {
  const rows = [
    ...templates.map((template) => ({ id: template.id, name: template.name, words: standingWords(template) })),
    ...begun.map((id) => ({ id, name: id, words: 'begun here, not saved yet' })),
  ];
  return (
    <Section title="Templates" aside={String(templates.length)}>
      <nav aria-label="Templates">
        <ul className={styles.shelf} onKeyDown={walk}>
          {rows.map(({ id, name, words }) => (
            <li key={id}>
              <a
                href={hrefOf({ screen: 'templates', template: id })}
                className={styles.shelved}
                aria-current={id === chosen ? 'page' : undefined}
              >
                <Written>{name}</Written>
                <span className={styles.quiet}>{words}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </Section>
  );
}

/** Where a template is from, and whether it can be used. */
function standingWords({ id, source, ships, readable, faults, version }: ListedTemplate): string {
  const from = source === 'shipped' ? 'shipped' : ships ? 'own, in place of the shipped one' : 'own';
  const fault = !readable ? ' · ◆ cannot be read here' : faults.length > 0 ? ' · ◆ a newer one has faults' : '';
  return `${id} · ${from} · version ${version}${fault}`;
}

/** Up and down between the templates. */
function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  links[links.indexOf(document.activeElement as HTMLAnchorElement) + step]?.focus();
  event.preventDefault();
}
