/** The keys of the strip: the answers to what it asks, the way on past a refusal, and the way into the room. */
import { promptFor } from '../../../shared/incident/prompts.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { useActions } from '../../components/palette/actions.ts';
import { withOverride } from '../room/composer/lines.ts';
import type { FailedLine } from '../room/composer/use-composer.ts';
import { answerChords } from '../room/use-prompt.ts';

interface StripHandles {
  readonly view: IncidentView;
  /** The id of the person at this console. */
  readonly self: string;
  readonly failed: FailedLine | undefined;
  readonly compose: (text: string) => void;
  readonly openRoom: () => void;
}

const group = 'Strip';

/** Registers them while the incident is shown. */
export function useStripActions({ view, self, failed, compose, openRoom }: StripHandles): void {
  useActions(() => {
    const answers = promptFor(view, Date.now(), self)?.prompt.answers ?? [];
    const refused = failed?.error.refusal?.code === 'requirements' && failed.line !== '' ? failed : undefined;
    return [
      { id: 'strip.room', name: 'Open the room', group, chords: ['Alt+R'], run: openRoom },
      ...answers.flatMap(({ says, key }, index) => {
        const chord = answerChords[index];
        return chord === undefined ? [] : [{ id: `strip.answer.${chord}`, name: says, group, chords: [chord], run: () => compose(key) }];
      }),
      {
        id: 'strip.override',
        name: 'Go on all the same, with a reason',
        group,
        chords: ['Alt+O'],
        ...(refused === undefined ? { unavailable: 'Nothing was refused.' } : {}),
        run: () => refused && compose(withOverride(refused.line)),
      },
    ];
  });
}
