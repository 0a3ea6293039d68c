/** One quiet line in the room: what happened before that was like this. Nothing where nothing was. */
import type { IncidentView } from '../../../shared/incident/view.ts';
import { isOpenPhase } from '../../../shared/vocabulary/words.ts';
import { Written } from '../../components/written/written.tsx';
import { hrefOf } from '../../route.ts';
import styles from './library.module.css';
import { useSimilar } from './use-similar.ts';

/** While it goes on: once it is over, the library and the studio have the place for it. */
export function BeforeLine({ view }: { readonly view: IncidentView }) {
  return isOpenPhase(view.phase) ? <Line view={view} /> : null;
}

function Line({ view }: { readonly view: IncidentView }) {
  const { similar = [] } = useSimilar(view.id, comparedBy(view));
  const [first] = similar;
  if (first === undefined) return null;
  const others = similar.length - 1;
  return (
    <p className={styles.before}>
      Happened before?{' '}
      <a href={hrefOf({ screen: 'library', incident: first.id })}>
        {first.mode === 'drill' ? 'DRILL ' : ''}
        {first.label} <Written>{first.title}</Written>
      </a>{' '}
      shares <Written>{first.words.slice(0, 3).join(', ')}</Written>
      {others === 0 ? '. ' : others === 1 ? ', and one other. ' : `, and ${others} others. `}
      <a href={hrefOf({ screen: 'library', incident: view.id })}>Compare</a>
    </p>
  );
}

/** Of what is compared: asked again when that changes, not with every line. */
function comparedBy(view: IncidentView): string {
  const { title, impact, summary, incidentType, labels, hypotheses } = view;
  const held = hypotheses.filter(({ state }) => state === 'supported').map(({ id }) => id);
  return JSON.stringify([title, impact?.text, summary?.text, incidentType, labels, held]);
}
