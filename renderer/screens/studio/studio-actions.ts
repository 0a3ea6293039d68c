/** What can be done in the studio: the same for the palette, the keys and the menu. */
import type { IncidentView } from '../../../shared/incident/view.ts';
import { type Action, useActions } from '../../components/palette/actions.ts';
import { go } from '../../route.ts';
import type { Shown } from './outgoing/outgoing-bar.tsx';
import type { Outgoing } from './outgoing/use-outgoing.ts';

interface OutgoingParts {
  readonly view: IncidentView;
  readonly outgoing: Outgoing;
  /** Why it cannot be copied now. */
  readonly noCopy: string | undefined;
  /** Why it cannot be saved now. */
  readonly notYet: string | undefined;
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  /** While a section is written, the key for saving saves that. */
  readonly pen: 'reading' | 'writing';
}

const unless = (unavailable: string | undefined) => (unavailable === undefined ? {} : { unavailable });

export function useOutgoingActions({ view, outgoing, noCopy, notYet, shown, onShown, pen }: OutgoingParts): void {
  useActions((): readonly Action[] => [
    { id: 'export.copy', name: 'Copy the draft', group: 'This draft', chords: ['Mod+Shift+C'], ...unless(noCopy), run: outgoing.copy },
    {
      id: 'export.save',
      name: 'Save the draft',
      group: 'This draft',
      chords: pen === 'writing' ? [] : ['Mod+S'],
      ...unless(notYet),
      run: outgoing.save,
    },
    {
      id: 'export.preview',
      name: shown === 'draft' ? 'Show the draft as it goes out' : 'Back to work on the draft',
      group: 'This draft',
      chords: ['Alt+V'],
      alsoCalled: 'preview html markdown',
      run: () => onShown(shown === 'draft' ? 'preview' : 'draft'),
    },
    {
      id: 'export.room',
      name: 'Back to the incident',
      group: 'This draft',
      chords: ['Mod+Shift+E'],
      run: () => go({ screen: 'room', incident: view.id }),
    },
  ]);
}

interface WorkParts {
  readonly headings: readonly { readonly id: string; readonly heading: string }[];
  readonly present: string | undefined;
  readonly writing: string | undefined;
  readonly findings: number;
  readonly onWrite: (section: string) => void;
  readonly onVisit: (section: string) => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onPart: (step: 1 | -1) => void;
}

export function useWorkActions({ headings, present, writing, findings, onWrite, onVisit, onStep, onPart }: WorkParts): void {
  useActions((): readonly Action[] => {
    const at = headings.findIndex(({ id }) => id === present);
    const beside = (step: 1 | -1) => headings[at === -1 ? 0 : at + step];
    const here = headings[at === -1 ? 0 : at];
    const noFinding = findings === 0 ? 'The review found nothing to look at again.' : undefined;
    const visit = (step: 1 | -1) => {
      const next = beside(step);
      if (next !== undefined) onVisit(next.id);
    };
    return [
      {
        id: 'studio.write',
        name: here === undefined ? 'Write a section' : `Write ${here.heading}`,
        group: 'This draft',
        chords: ['Alt+E'],
        ...unless(here === undefined ? 'The draft has no section.' : writing === here.id ? 'It is being written.' : undefined),
        run: () => here && onWrite(here.id),
      },
      { id: 'studio.next', name: 'Next section', group: 'This draft', chords: ['Alt+ArrowDown'], run: () => visit(1) },
      { id: 'studio.previous', name: 'Section before', group: 'This draft', chords: ['Alt+ArrowUp'], run: () => visit(-1) },
      { id: 'studio.finding', name: 'Next finding', group: 'This draft', chords: ['F8'], ...unless(noFinding), run: () => onStep(1) },
      {
        id: 'studio.findingBefore',
        name: 'Finding before',
        group: 'This draft',
        chords: ['Shift+F8'],
        ...unless(noFinding),
        run: () => onStep(-1),
      },
      { id: 'studio.part', name: 'Next part: outline, draft, margin', group: 'This draft', chords: ['F6'], run: () => onPart(1) },
      {
        id: 'studio.partBefore',
        name: 'Part before: outline, draft, margin',
        group: 'This draft',
        chords: ['Shift+F6'],
        run: () => onPart(-1),
      },
    ];
  });
}
