/** The sections of the draft at a glance: what people wrote, what the log gave, which questions are open, and how much the review found. */
import type { KeyboardEvent } from 'react';
import type { IncidentView } from '../../../shared/incident/view.ts';
import type { Section } from '../../../shared/postmortem/draft.ts';
import { classNames } from '../../components/class-names.ts';
import styles from './studio.module.css';

export interface OutlineItem {
  readonly id: string;
  readonly heading: string;
  readonly level: 2 | 3;
  /** In words, in their order of weight. */
  readonly standing: readonly string[];
}

interface OutlineProps {
  readonly items: readonly OutlineItem[];
  readonly chosen: string | undefined;
  readonly onChoose: (section: string) => void;
}

export function Outline({ items, chosen, onChoose }: OutlineProps) {
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = [...event.currentTarget.querySelectorAll('button')];
    const next = all[all.indexOf(document.activeElement as HTMLButtonElement) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ol className={styles.outline} onKeyDown={walk}>
      {items.map(({ id, heading, level, standing }) => (
        <li key={id}>
          <button
            type="button"
            className={classNames(styles.outlineItem, level === 3 && styles.part)}
            aria-current={id === chosen}
            onClick={() => onChoose(id)}
          >
            <span>{heading}</span>
            <span className={styles.standing}>{standing.join(' · ')}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

interface Standing {
  readonly view: IncidentView;
  readonly findings: number;
  readonly unsaved: boolean;
}

/** How a section stands, in words. */
export function standingWords(section: Section, { view, findings, unsaved }: Standing): readonly string[] {
  const questions = section.blocks.filter(({ type }) => type === 'prompt').length;
  const from = view.sections[section.id] === undefined ? (section.blocks.length > questions ? 'from the log' : 'empty') : 'written';
  return [
    ...(unsaved ? ['not saved'] : []),
    from,
    ...(questions === 0 ? [] : [questions === 1 ? '1 question' : `${questions} questions`]),
    ...(findings === 0 ? [] : [findings === 1 ? '1 finding' : `${findings} findings`]),
  ];
}
