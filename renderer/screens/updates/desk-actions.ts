/** The keys of the updates screen, for the palette, F1 and the keyboard. */
import type { IncidentView } from '../../../shared/incident/view.ts';
import { audiences } from '../../../shared/vocabulary/words.ts';
import { announce } from '../../components/live-region/announce.ts';
import type { Action } from '../../components/palette/actions.ts';
import { deliveryAnswers, waitingWords } from './message-words.ts';
import { nextFieldId } from './next-field.tsx';
import { overrideFieldId } from './refused-send.tsx';
import { templateFieldId } from './template-choice.tsx';
import type { Desk } from './use-desk.ts';
import { waitingDrafts } from './use-messages.ts';
import { newMessage } from './writing.ts';

const group = 'This message';

interface DeskHandles {
  readonly desk: Desk;
  readonly view: IncidentView;
  /** The id of the person at this console. */
  readonly self: string;
  readonly back: () => void;
}

/** Made when a palette opens or a key is pressed, so reasons are as of now. */
export function deskActions(handles: DeskHandles): readonly Action[] {
  return [...actActions(handles), ...audienceActions(handles), ...placeActions(handles), ...messageActions(handles)];
}

function actActions({ desk }: DeskHandles): readonly Action[] {
  return desk.acts.map(({ id, name, chord, unavailable, run }) => ({
    id: `updates.${id}`,
    name,
    group,
    chords: [chord],
    ...why(unavailable),
    run,
  }));
}

function audienceActions({ desk }: DeskHandles): readonly Action[] {
  return audiences.map((audience, index) => {
    const ticked = desk.open.writing.audiences.includes(audience);
    return {
      id: `updates.to.${audience}`,
      name: `${ticked ? 'Not to' : 'To'} ${audience}`,
      group: 'Whom it is for',
      chords: [`Alt+${index + 1}`],
      run: () => {
        desk.toggle(audience);
        announce(ticked ? `Not to ${audience}` : `To ${audience}`);
      },
    };
  });
}

function placeActions({ desk, back }: DeskHandles): readonly Action[] {
  const { open, sending } = desk;
  const gaps = desk.remarks.filter(({ rule }) => rule === 'unfilled');
  return [
    { id: 'updates.message', name: 'Write the message', group, chords: ['Alt+M'], run: desk.focusMessage },
    {
      id: 'updates.gap',
      name: 'Next gap to fill',
      group,
      chords: ['Alt+G'],
      ...why(gaps.length === 0 ? 'No gap is left.' : undefined),
      run: () => desk.visitNext(gaps),
    },
    {
      id: 'updates.remark',
      name: 'Next place to look at',
      group,
      chords: ['Alt+V'],
      ...why(desk.remarks.length === 0 ? 'Nothing stands out.' : undefined),
      run: () => desk.visitNext(desk.remarks),
    },
    { id: 'updates.next', name: 'Say when the next update comes', group, chords: ['Alt+N'], run: () => focusField(nextFieldId) },
    {
      id: 'updates.final',
      name: open.writing.next.kind === 'final' ? 'Not the last message' : 'The last message: final',
      group,
      chords: ['Alt+L'],
      run: () => desk.setNext(open.writing.next.kind === 'final' ? { kind: 'suggested' } : { kind: 'final' }),
    },
    { id: 'updates.template', name: 'Begin with a template', group, chords: ['Alt+T'], run: () => focusField(templateFieldId) },
    {
      id: 'updates.refill',
      name: 'Fill it from the log again',
      group,
      chords: ['Alt+R'],
      ...why(open.writing.text === undefined ? 'It is as the log has it.' : undefined),
      run: () => desk.choose(open.writing.template),
    },
    {
      id: 'updates.undo',
      name: 'Put back what stood here',
      group,
      chords: ['Alt+Z'],
      ...why(open.writing.replaced === undefined && sending.done?.undo === undefined ? 'Nothing was taken away.' : undefined),
      run: () => (open.writing.replaced === undefined ? sending.done?.undo?.run() : desk.putBack()),
    },
    {
      id: 'updates.override',
      name: 'Go on all the same, with a reason',
      group,
      chords: ['Alt+O'],
      ...why(sending.failed?.again === undefined ? 'Nothing was refused.' : undefined),
      run: () => focusField(overrideFieldId),
    },
    { id: 'updates.room', name: 'Back to the incident', group: 'Go', chords: ['Mod+Shift+E'], run: back },
  ];
}

function messageActions({ desk, view, self }: DeskHandles): readonly Action[] {
  return [
    { id: 'updates.new', name: 'Begin another message', group: 'Go', chords: ['Alt+B'], run: () => desk.show(newMessage) },
    ...waitingDrafts(view).map((draft) => ({
      id: `updates.draft.${draft.id}`,
      name: `Open ${waitingWords(view, draft, Date.now(), self)}`,
      group: 'Go',
      run: () => desk.show(draft.id),
    })),
    ...deliveryActions(view, desk),
  ];
}

/** Deliveries that want somebody's word. */
function deliveryActions(view: IncidentView, { sending }: Desk): readonly Action[] {
  return view.deliveries
    .filter(({ state }) => state === 'uncertain' || state === 'failed')
    .flatMap((delivery) =>
      deliveryAnswers(delivery).map(({ outcome, says }) => ({
        id: `updates.delivery.${delivery.update}.${delivery.channel}.${outcome}`,
        name: `${delivery.name}: ${says}`,
        group: 'Deliveries',
        run: () => void sending.settle(delivery.update, delivery.channel, outcome, `${delivery.name}: ${says}.`),
      })),
    );
}

const focusField = (id: string): void => document.getElementById(id)?.focus();

/** The reason, where there is one. */
const why = (unavailable: string | undefined): { readonly unavailable?: string } => (unavailable === undefined ? {} : { unavailable });
