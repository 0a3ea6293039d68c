/** What the blameless review found: the words, why they are worth a look, and a question that leads to others. Nothing is rewritten, and nobody is counted. */
import type { Finding, FindingLevel } from '../../../../shared/postmortem/review/rule.ts';
import { Button } from '../../../components/button/button.tsx';
import { Chip } from '../../../components/chip/chip.tsx';
import { classNames } from '../../../components/class-names.ts';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Section } from '../../../components/section/section.tsx';
import { Written } from '../../../components/written/written.tsx';
import styles from './margin.module.css';

/** A finding and where it is. */
export interface PlacedFinding extends Finding {
  readonly key: string;
  readonly section: string;
  readonly heading: string;
}

const levelWords: Readonly<Record<FindingLevel, string>> = { error: 'rewrite', warn: 'look again', info: 'consider' };

interface FindingPanelProps {
  readonly findings: readonly PlacedFinding[];
  readonly chosen: string | undefined;
  readonly onGo: (finding: PlacedFinding) => void;
  readonly onDismiss: (finding: PlacedFinding) => void;
}

export const findingElement = (key: string): string => `finding-${key}`;

export function FindingPanel({ findings, chosen, onGo, onDismiss }: FindingPanelProps) {
  return (
    <Section title="Blameless review" aside={String(findings.length)}>
      {findings.length === 0 ? (
        <p className={styles.quiet}>The review found nothing to look at again.</p>
      ) : (
        <LongList items={findings} shows="first" most={Math.max(12, findings.findIndex(({ key }) => key === chosen) + 1)} things="findings">
          {(finding) => (
            <li key={finding.key} className={classNames(styles.finding, finding.key === chosen && styles.chosen)}>
              <button type="button" id={findingElement(finding.key)} className={styles.found} onClick={() => onGo(finding)}>
                <Chip look="bare" tone={finding.level === 'error' ? 'broken' : finding.level === 'warn' ? 'now' : 'neutral'}>
                  {levelWords[finding.level]}
                </Chip>{' '}
                “<Written>{finding.text}</Written>” <span className={styles.quiet}>in {finding.heading}</span>
              </button>
              <p className={styles.words}>{finding.reason}</p>
              <p className={styles.words}>
                <em>{finding.prompt}</em>
              </p>
              <Button look="quiet" label={`Not here: ${finding.text}`} onPress={() => onDismiss(finding)}>
                Not here
              </Button>
            </li>
          )}
        </LongList>
      )}
    </Section>
  );
}
