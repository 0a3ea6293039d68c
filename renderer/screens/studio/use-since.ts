/** What the log has said for a section since people wrote it. */
import type { SectionSince } from '../../../shared/api/studio-procedures.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { useAnswer } from '../../bridge/use-answer.ts';
import type { Wish } from './use-wish.ts';

/** Asked only where the hash of then is not that of now; undefined where nothing changed, or nobody knows. */
export function useSince(view: IncidentView, section: string, wish: Wish, basis: string | undefined): Required<SectionSince> | undefined {
  const words = view.sections[section];
  const { template } = wish;
  const isStale = words !== undefined && basis !== undefined && words.basis !== basis;
  const question = isStale ? { id: view.id, template, section } : undefined;
  const { answer, refusal, asking } = useAnswer('postmortem.sectionSince', question, { again: `${words?.event} ${basis}` });
  if (!isStale || asking || refusal !== undefined || answer === undefined) return undefined;
  const { before, now } = answer;
  return before === undefined || before === now ? undefined : { before, now };
}
