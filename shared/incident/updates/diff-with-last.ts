/** What a message says otherwise than the last one that the audience had, word by word. */
import { diffWordsWithSpace } from 'diff';
import type { Audience } from '../../vocabulary/words.ts';
import type { IncidentView, UpdateView } from '../view.ts';

/** A run of words. Those that stayed and those that were added, put together, are the new text; those that stayed and were taken out, the last one. */
export interface DiffPiece {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** The newest message to an audience, by when it went out; `undefined` where it had none. */
export function lastTo(view: Pick<IncidentView, 'updates'>, audience: Audience): UpdateView | undefined {
  return view.updates
    .filter(({ audiences }) => audiences.includes(audience))
    .reduce<UpdateView | undefined>((last, update) => (last === undefined || update.sentAt >= last.sentAt ? update : last), undefined);
}

/** The pieces in the order of the text; `undefined` where the audience had no message yet. */
export function diffWithLast(view: Pick<IncidentView, 'updates'>, audience: Audience, text: string): readonly DiffPiece[] | undefined {
  const last = lastTo(view, audience);
  if (last === undefined) return undefined;
  return diffWordsWithSpace(last.text, text).map(({ value, added, removed }) => {
    if (added) return { change: 'added', text: value };
    return { change: removed ? 'removed' : 'same', text: value };
  });
}
