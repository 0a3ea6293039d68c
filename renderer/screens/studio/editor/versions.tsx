/** The earlier versions of a section: who wrote them and when, what differs, and a way back. */
import { useMemo, useState } from 'react';
import type { IncidentView } from '../../../../shared/incident/view.ts';
import { clockTime, dayOf } from '../../../../shared/vocabulary/zoned-time.ts';
import { Button } from '../../../components/button/button.tsx';
import { announce } from '../../../components/live-region/announce.ts';
import { Written } from '../../../components/written/written.tsx';
import styles from './editor.module.css';
import { sectionVersions } from './section-versions.ts';
import { WordDifference } from './word-difference.tsx';

interface VersionsProps {
  readonly view: IncidentView;
  readonly section: string;
  /** What is in the editor. */
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** So many are drawn. */
const mostShown = 20;

export function Versions({ view, section, text, onText }: VersionsProps) {
  const versions = useMemo(() => sectionVersions(view, section), [view, section]);
  const [compared, setCompared] = useState<string | undefined>();
  const current = view.sections[section]?.event;
  if (versions.length === 0) return null;
  const restore = (id: string, earlier: string) => {
    onText(earlier);
    setCompared(undefined);
    announce(`The version ${id === current ? 'that is saved' : 'of then'} is in the editor. It is not saved yet.`);
  };
  return (
    <details className={styles.versions}>
      <summary>
        {versions.length} {versions.length === 1 ? 'version' : 'versions'}
      </summary>
      <ul aria-label="Versions of this section">
        {versions.slice(0, mostShown).map(({ id, by, at, text: earlier }) => {
          const name = `${dayOf(at, view.zone)} ${clockTime(at, view.zone)}`;
          return (
            <li key={id}>
              <p>
                {name} · <Written>{by}</Written>
                {id === current ? ' · saved now' : ''}
              </p>
              <span className={styles.ways}>
                <Button
                  look="quiet"
                  label={`Compare with the version of ${name} by ${by}`}
                  onPress={() => setCompared(compared === id ? undefined : id)}
                >
                  {compared === id ? 'Hide' : 'Compare'}
                </Button>
                <Button look="quiet" label={`Restore the version of ${name} by ${by}`} onPress={() => restore(id, earlier)}>
                  Restore
                </Button>
              </span>
              {compared === id ? <WordDifference label="What differs from the text above" before={earlier} after={text} /> : null}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
