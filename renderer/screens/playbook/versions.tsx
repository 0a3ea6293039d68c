/** What was saved before: each version can be compared, and put into the editor again. */
import { useState } from 'react';
import type { ShownPlaybook } from '../../../shared/api/playbook-wire.ts';
import { defaultVersion, type PlaybookVersion } from '../../../shared/playbook/library.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { notOwner, useSession } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import styles from './playbook-screen.module.css';
import { versionWords } from './version-words.ts';

interface VersionsProps {
  readonly shown: ShownPlaybook;
  readonly onText: (text: string) => void;
  readonly onCompare: (id: string) => void;
}

/** So many are drawn at first, and more at each press. */
const shownAtOnce = 10;

export function Versions({ shown, onText, onCompare }: VersionsProps) {
  const bridge = useBridge();
  const { session } = useSession();
  const [wanted, setWanted] = useState(shownAtOnce);
  const [fault, setFault] = useState<string | undefined>();
  const notMine = notOwner(session, 'changes the playbook');
  const take = async (id: string, name: string) => {
    const answer = await bridge.call('playbook.version', { id });
    setFault(answer.ok ? undefined : answer.error.message);
    if (!answer.ok) return;
    onText(answer.value.text);
    announce(`${name} is in the editor. It is not saved yet.`);
  };
  const ways = (id: string, name: string) => (
    <span className={styles.ways}>
      <Button look="quiet" label={`Compare with ${name}`} onPress={() => onCompare(id)}>
        Compare
      </Button>
      <Button look="quiet" label={`Put ${name} into the editor`} unavailable={notMine} onPress={() => void take(id, name)}>
        Into the editor
      </Button>
    </span>
  );
  return (
    <Section title="History" level={3} aside={shown.versions.length === 0 ? undefined : String(shown.versions.length)}>
      {fault === undefined ? null : <Notice tone="broken" title={fault} />}
      <ul aria-label="Versions" className={styles.versions}>
        {shown.versions.slice(0, wanted).map((version) => (
          <li key={version.id}>
            <VersionLine version={version} standing={version.id === shown.id ? 'inForce' : version.readable ? 'past' : 'unreadable'} />
            {ways(version.id, versionWords(version))}
          </li>
        ))}
        <li>
          <p>The shipped one{shown.source === 'default' ? <b className={styles.inForce}> ✓ in force</b> : null}</p>
          {ways(defaultVersion, 'the shipped one')}
        </li>
      </ul>
      {shown.versions.length > wanted ? <Button onPress={() => setWanted(wanted + shownAtOnce)}>Show more</Button> : null}
    </Section>
  );
}

interface VersionLineProps {
  readonly version: PlaybookVersion;
  readonly standing: 'inForce' | 'past' | 'unreadable';
}

function VersionLine({ version, standing }: VersionLineProps) {
  return (
    <div>
      <p>
        <Written>{versionWords(version)}</Written>
        {standing === 'inForce' ? <b className={styles.inForce}> ✓ in force</b> : null}
        {standing === 'unreadable' ? <b className={styles.unreadable}> ◆ cannot be read here</b> : null}
      </p>
      {version.note === undefined ? null : (
        <p className={styles.quiet}>
          <Written>{version.note}</Written>
        </p>
      )}
    </div>
  );
}
