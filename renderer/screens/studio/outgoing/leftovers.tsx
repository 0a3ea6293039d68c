/** In a draft without names: what may still tell who somebody is. A person looks; nothing is changed by itself. */
import type { Leftover } from '../../../../shared/postmortem/anonymous/leftovers.ts';
import { LongList } from '../../../components/long-list/long-list.tsx';
import { Notice } from '../../../components/notice/notice.tsx';
import { Written } from '../../../components/written/written.tsx';
import styles from '../studio.module.css';

const kindWords: Readonly<Record<Leftover['kind'], string>> = {
  name: 'a name?',
  handle: 'a handle',
  mail: 'an address',
  phone: 'a number',
};

export function Leftovers({ leftovers }: { readonly leftovers: readonly Leftover[] | undefined }) {
  if (leftovers === undefined) return null;
  if (leftovers.length === 0) return <Notice tone="done" title="Names are roles. Nothing is left that looks like a name." />;
  return (
    <Notice
      tone="now"
      title={`Names are roles. ${leftovers.length === 1 ? 'One thing' : `${leftovers.length} things`} may still tell who somebody is:`}
    >
      <LongList items={leftovers} shows="first" most={6} things="things">
        {({ kind, text, section, block, item, cell, around }) => (
          <li key={`${section} ${block} ${item} ${cell} ${text}`} className={styles.leftover}>
            <strong>
              <Written>{text}</Written>
            </strong>{' '}
            <span className={styles.quiet}>
              {kindWords[kind]} in {section}: “<Written>{around}</Written>”
            </span>
          </li>
        )}
      </LongList>
    </Notice>
  );
}
