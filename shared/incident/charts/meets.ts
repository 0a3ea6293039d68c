/** How a way in a chart asks for what must be met before it: one guard with the names of rows of the requirements table. */
import { setup } from 'xstate';
import type { Tempo } from '../../vocabulary/words.ts';
import type { Candidate } from '../requirement.ts';
import { type RequirementId, requirements } from '../requirements.ts';
import type { IncidentView } from '../view.ts';

export interface JudgeContext {
  readonly view: IncidentView;
  /** Ms since epoch, UTC. */
  readonly now: number;
}
export type ChartEvent = Candidate;

/** Names the requirements of a transition; `decide` reads the names back from here. */
export const meets = (...ids: readonly RequirementId[]) => ({ type: 'meets' as const, params: { requirements: ids } });
/** The params of a `meets` guard. */
export interface MeetsParams {
  readonly requirements: readonly RequirementId[];
}

/** Judges a guard against the requirements table. */
export const meetsGuard = ({ context, event }: { context: JudgeContext; event: ChartEvent }, params: MeetsParams): boolean =>
  params.requirements.every((id) => requirements[id].met(context.view, event, context.now));

/** What a chart whose ways ask for nothing but requirements is made with. */
export const requiring = setup({
  types: { context: {} as JudgeContext, events: {} as ChartEvent },
  guards: {
    meets: (args, params: MeetsParams) => meetsGuard(args, params),
    tempoIs: ({ event }, { tempo }: { readonly tempo: Tempo }) => event.body.tempo === tempo,
  },
});
