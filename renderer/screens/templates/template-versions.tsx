/** What was saved under this id: each text can be put into the editor again. */
import { useState } from 'react';
import type { ShownTemplate } from '../../../shared/api/template-procedures.ts';
import type { TemplateVersion } from '../../../shared/postmortem/template/shelf.ts';
import { clockTime, dayOf } from '../../../shared/vocabulary/zoned-time.ts';
import { useBridge } from '../../bridge/bridge-context.ts';
import { notOwner, useSession } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import styles from './templates.module.css';

interface TemplateVersionsProps {
  readonly shown: ShownTemplate;
  readonly onText: (text: string) => void;
}

/** So many are drawn at first, and more at each press. */
const shownAtOnce = 10;

export function TemplateVersions({ shown, onText }: TemplateVersionsProps) {
  const bridge = useBridge();
  const { session } = useSession();
  const [wanted, setWanted] = useState(shownAtOnce);
  const [fault, setFault] = useState<string | undefined>();
  const { id, versions, from } = shown;
  if (versions.length === 0) return null;
  const take = async (version: TemplateVersion, words: string) => {
    const answer = await bridge.call('templates.get', { id, saved: version.event });
    setFault(answer.ok ? undefined : answer.error.message);
    if (!answer.ok) return;
    onText(answer.value.text);
    announce(`${words} is in the editor. It is not saved yet.`);
  };
  return (
    <Section title="History" level={3} aside={String(versions.length)}>
      {fault === undefined ? null : <Notice tone="broken" title={fault} />}
      <ul aria-label="Saved before" className={styles.versions}>
        {versions.slice(0, wanted).map((version) => {
          const words = versionWords(version, session?.zone ?? 'UTC');
          return (
            <li key={version.event}>
              <span>
                <Written>{words}</Written>
                {version.event === from ? <b className={styles.inUse}> ✓ in use</b> : null}
                {version.readable ? null : <b className={styles.unreadable}> ◆ cannot be read here</b>}
              </span>
              <Button
                look="quiet"
                label={`Put ${words} into the editor`}
                unavailable={notOwner(session, 'saves templates')}
                onPress={() => void take(version, words)}
              >
                Into the editor
              </Button>
            </li>
          );
        })}
      </ul>
      {versions.length > wanted ? <Button onPress={() => setWanted(wanted + shownAtOnce)}>Show more</Button> : null}
    </Section>
  );
}

function versionWords({ version, savedAt, by }: TemplateVersion, zone: string): string {
  return `Version ${version}, saved ${dayOf(savedAt, zone)} ${clockTime(savedAt, zone)}${by === undefined ? '' : ` by ${by}`}`;
}
