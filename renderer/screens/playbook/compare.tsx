/** Any two playbooks beside each other: what the change means, and the lines that differ. */
import { useMemo } from 'react';
import type { ShownPlaybook } from '../../../shared/api/playbook-wire.ts';
import { diffPlaybooks } from '../../../shared/playbook/playbook-diff.ts';
import { readPlaybook } from '../../../shared/playbook/read-playbook.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Notice } from '../../components/notice/notice.tsx';
import said from '../../components/said-only/said-only.module.css';
import { Section } from '../../components/section/section.tsx';
import styles from './compare.module.css';
import { differenceOf } from './text-difference.ts';
import { versionWords } from './version-words.ts';

/** The two sides: ids of versions, `default` for the shipped one, `here` for what is in the editor. */
export interface Sides {
  readonly before: string;
  readonly after: string;
}

interface CompareProps {
  readonly shown: ShownPlaybook;
  /** What is in the editor. */
  readonly text: string;
  readonly sides: Sides;
  readonly onSides: (sides: Sides) => void;
}

export function Compare({ shown, text, sides, onSides }: CompareProps) {
  const before = useVersionText(shown, text, sides.before);
  const after = useVersionText(shown, text, sides.after);
  const gone = [before, after].find((side) => side !== undefined && !side.ok);
  return (
    <Section title="What differs">
      <div className={styles.sides}>
        <Side label="From" shown={shown} value={sides.before} onChange={(id) => onSides({ ...sides, before: id })} />
        <Side label="To" shown={shown} value={sides.after} onChange={(id) => onSides({ ...sides, after: id })} />
      </div>
      {gone !== undefined && !gone.ok ? <Notice tone="broken" title={gone.message} /> : null}
      {before?.ok && after?.ok ? <Difference before={before.text} after={after.text} /> : null}
    </Section>
  );
}

interface SideProps {
  readonly label: string;
  readonly shown: ShownPlaybook;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function Side({ label, shown, value, onChange }: SideProps) {
  return (
    <label className={styles.side}>
      <span>{label}</span>
      <select className={styles.select} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="here">What is written here</option>
        {shown.versions.map((version) => (
          <option key={version.id} value={version.id}>
            {versionWords(version)}
            {version.id === shown.id ? ' (in force)' : ''}
          </option>
        ))}
        <option value="default">The shipped one{shown.source === 'default' ? ' (in force)' : ''}</option>
      </select>
    </label>
  );
}

function Difference({ before, after }: { readonly before: string; readonly after: string }) {
  const lines = useMemo(() => differenceOf(before, after), [before, after]);
  const meaning = useMemo(() => meaningOf(before, after), [before, after]);
  if (lines.length === 0) return <EmptyState>They are the same, letter by letter.</EmptyState>;
  return (
    <>
      {meaning === undefined ? null : (
        <ul aria-label="What changes" className={styles.meaning}>
          {meaning.length === 0 ? <li>Nothing that the console goes by: only words that it does not read.</li> : null}
          {meaning.map(({ path, kind, was, is }) => (
            <li key={path}>
              <code>{path}</code> {kind}
              {was === undefined ? null : (
                <>
                  {' '}
                  from <del>{was}</del>
                </>
              )}
              {is === undefined ? null : (
                <>
                  {' '}
                  to <ins>{is}</ins>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section aria-label="Lines that differ" className={styles.lines} tabIndex={0}>
        {lines.map(({ kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text repeat.
          <div key={index} className={styles[kind]}>
            <span aria-hidden="true" className={styles.sign}>
              {signs[kind]}
            </span>
            {kind === 'added' || kind === 'removed' ? <span className={said.saidOnly}>{kind}: </span> : null}
            <span className={styles.text}>{text === '' ? ' ' : text}</span>
          </div>
        ))}
      </section>
    </>
  );
}

const signs = { same: ' ', removed: '−', added: '+', skipped: '⋯' } as const;

interface Meaning {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly was?: string;
  readonly is?: string;
}

/** What changes for an incident; undefined where one of the two does not read. */
function meaningOf(before: string, after: string): readonly Meaning[] | undefined {
  const [was, is] = [readPlaybook(before), readPlaybook(after)];
  if (!was.ok || !is.ok) return undefined;
  return diffPlaybooks(was.value, is.value).map((one) => ({
    path: one.path,
    kind: one.kind,
    ...(one.kind === 'changed' && { was: shortly(one.before), is: shortly(one.after) }),
  }));
}

/** A value in a few words. */
function shortly(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}

type SideText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** The text of a side; undefined while it is asked for. */
function useVersionText(shown: ShownPlaybook, here: string, id: string): SideText | undefined {
  const own = id === 'here' ? here : id === shown.id ? shown.text : undefined;
  const { answer, refusal, asking } = useAnswer('playbook.version', own === undefined ? { id } : undefined);
  if (own !== undefined) return { ok: true, text: own };
  if (asking) return undefined;
  if (refusal !== undefined) return { ok: false, message: refusal.message };
  return answer && { ok: true, text: answer.text };
}
