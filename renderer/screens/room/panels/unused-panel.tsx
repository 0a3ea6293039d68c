/** What this incident has not needed yet: a line each, with what it is for and the key that puts the first one there. */
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { Section } from '../../../components/section/section.tsx';
import { useRoom } from '../room-context.ts';
import { ComposeButton } from './compose-button.tsx';
import { openDecisions } from './decision-panel.tsx';
import styles from './panels.module.css';
import { openQuestions } from './question-panel.tsx';
import { openWorkstreams } from './workstream-panel.tsx';

interface Kind {
  readonly name: string;
  readonly line: string;
  readonly says: string;
  readonly none: (view: IncidentView) => boolean;
}

const kinds: readonly Kind[] = [
  {
    name: 'decision',
    line: '/d ',
    says: 'a proposal and who objects',
    none: ({ decisions }) => openDecisions(decisions).length === 0,
  },
  {
    name: 'lever',
    line: '/lever ',
    says: 'roll back, drain, degrade',
    none: ({ levers }) => levers.every(({ state }) => state === 'free' || state === 'reverted'),
  },
  {
    name: 'question',
    line: '? ',
    says: 'parked until there is time',
    none: ({ questions }) => openQuestions(questions).length === 0,
  },
  {
    name: 'workstream',
    line: '/ws ',
    says: 'a part with a leader, a goal, a timebox',
    none: ({ workstreams, people }) =>
      openWorkstreams(workstreams).length === 0 && Object.values(people).filter(({ kind }) => kind === 'person').length > 2,
  },
  {
    name: 'follow-up',
    line: '/f ',
    says: 'what must be done afterwards',
    none: ({ followUps }) => followUps.every(({ wontDo }) => wontDo !== undefined),
  },
];

export function UnusedPanel() {
  const { view } = useRoom();
  const unused = kinds.filter(({ none }) => none(view));
  if (unused.length === 0) return null;
  return (
    <Section title="None yet">
      <ul className={styles.unused}>
        {unused.map(({ name, line, says }) => (
          <li key={name}>
            <ComposeButton line={line} says={name} /> <span className={styles.quiet}>{says}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
