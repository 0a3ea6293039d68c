/** A past incident in a list: when, how bad, what it was, how long it took, and the lines in which the words were found. */
import type { LibraryRow } from '../../../shared/api/library-wire.ts';
import { phaseWords } from '../../../shared/incident/describe.ts';
import { Chip } from '../../components/chip/chip.tsx';
import { classNames } from '../../components/class-names.ts';
import { ageText } from '../../components/clock/format-time.ts';
import { Written } from '../../components/written/written.tsx';
import { hrefOf } from '../../route.ts';
import { marked } from '../home/search-words.ts';
import styles from './library.module.css';

export function PastLine({ row, searched }: { readonly row: LibraryRow; readonly searched: string }) {
  const { id, title, label, mode, day, severity, found } = row;
  return (
    <li className={styles.item}>
      <a href={hrefOf({ screen: 'library', incident: id })} className={classNames(styles.line, mode === 'drill' && styles.drill)}>
        <time className={styles.day}>{day ?? 'no date'}</time>
        <span className={styles.severity}>
          <Chip>{severity === undefined ? 'SEV ?' : `SEV${severity}`}</Chip>
        </span>
        <span className={styles.what}>
          {mode === 'drill' ? <b className={styles.word}>DRILL</b> : null}
          <Written shape="clipped">{title === '' ? 'Untitled' : title}</Written>
        </span>
        <span className={styles.facts}>
          <code>{label}</code>
          {factsOf(row).map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </span>
      </a>
      {found.length === 0 ? null : (
        <ul className={styles.found}>
          {found.map(({ entry, text }) => (
            <li key={entry}>
              <a href={hrefOf({ screen: 'room', incident: id, entry })}>
                <bdi dir="auto">
                  {marked(text, searched).map(({ text: part, found: isFound, at }) => (isFound ? <mark key={at}>{part}</mark> : part))}
                </bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What is known beside its title, in words. */
export function factsOf(
  row: Pick<LibraryRow, 'phase' | 'mode' | 'minutes' | 'incidentType' | 'labels' | 'sections' | 'followUps' | 'organisation'>,
): readonly string[] {
  const { phase, mode, minutes, incidentType, labels, sections, followUps, organisation } = row;
  return [
    phaseWords[phase],
    ...(mode === 'imported' || mode === 'backfilled' ? [mode] : []),
    ...(organisation === undefined ? [] : [organisation]),
    ...(minutes === undefined ? [] : [`took ${ageText(minutes * 60_000)}`]),
    ...(incidentType === undefined ? [] : [incidentType]),
    ...labels.filter((one) => one !== incidentType).map((one) => `#${one}`),
    ...(sections === 0 ? [] : [sections === 1 ? '1 section written' : `${sections} sections written`]),
    ...(followUps.open === 0 ? [] : [followUps.open === 1 ? '1 follow-up open' : `${followUps.open} follow-ups open`]),
  ];
}
