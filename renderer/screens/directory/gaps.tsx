/** What would still work if something that everybody leans on were down, and who has never been asked. */
import type { Directory } from '../../../shared/directory/directory.ts';
import { type BusFactor, busFactors, type Gap, gaps, manyServices } from '../../../shared/directory/reach.ts';
import { dependencyNames } from '../../../shared/directory/words.ts';
import { EmptyState } from '../../components/empty-state/empty-state.tsx';
import { Section } from '../../components/section/section.tsx';
import { Written } from '../../components/written/written.tsx';
import styles from './gaps.module.css';

export function Gaps({ directory }: { readonly directory: Directory }) {
  const asked = directory.contacts.some(({ worksWithout }) => worksWithout !== undefined);
  return (
    <>
      <Section title="Who can still be called if … is down?">
        {asked ? (
          <ul aria-label="Gaps" className={styles.list}>
            {gaps(directory).map((gap) => (
              <li key={gap.down} className={styles.gap}>
                <GapLine gap={gap} />
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState>
            Ask each of them once: does your number ring without DNS, SSO, chat, VPN, or when you are not at the office? What they say is
            counted here.
          </EmptyState>
        )}
      </Section>
      <BusFactors people={busFactors(directory)} />
    </>
  );
}

function GapLine({ gap: { down, reached, lost, notAsked, uncovered } }: { readonly gap: Gap }) {
  return (
    <>
      <h3 className={styles.down}>{dependencyNames[down]}</h3>
      <p>
        {reached.length} of {reached.length + lost.length + notAsked.length} can be called
        {notAsked.length === 0 ? '' : `, ${notAsked.length} never asked`}
      </p>
      {uncovered.length === 0 ? null : (
        <p>
          <span aria-hidden="true" className={styles.shape}>
            ◇
          </span>{' '}
          nobody known for <Written>{uncovered.join(', ')}</Written>
        </p>
      )}
      {lost.length === 0 ? null : (
        <p className={styles.lost}>
          lost: <Written>{lost.map(({ name }) => name).join(', ')}</Written>
        </p>
      )}
    </>
  );
}

/** The person whom everybody calls: a thing to mend by day. */
function BusFactors({ people }: { readonly people: readonly BusFactor[] }) {
  if (people.length === 0) return null;
  return (
    <Section title="One name behind many services">
      <ul aria-label="People behind many services" className={styles.list}>
        {people.map(({ contact, alone }) => (
          <li key={contact.id} className={styles.gap}>
            <p>
              <b>
                <Written>{contact.name}</Written>
              </b>{' '}
              answers for {contact.services.length} services
              {alone.length === 0 ? '' : `, and nobody else for ${alone.join(', ')}`}.
            </p>
          </li>
        ))}
      </ul>
      <p className={styles.lost}>Shown from {manyServices} services on. Somebody who sleeps cannot be the only one who knows.</p>
    </Section>
  );
}
