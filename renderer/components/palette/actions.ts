/** Everything that can be done where one is: screens register their actions here; the palette, the keys panel, the menu and the keyboard all read this list. */
import { useEffect, useRef } from 'react';

export interface Action {
  /** Stable and unique among what is registered: `declare`, `room.resolve`. The desktop menu calls actions by it. */
  readonly id: string;
  /** As one would ask for it: "Record the mitigation". */
  readonly name: string;
  /** The heading it stands under: "Go", "This incident", "Window". */
  readonly group: string;
  /** Chords that carry it out anywhere (`Mod+N`); the first is shown. */
  readonly chords?: readonly string[];
  /** What to type into the composer instead, such as `/mit`; shown as a hint, not listened to. */
  readonly typed?: string;
  /** Other words by which people look for it. */
  readonly alsoCalled?: string;
  /** Why it cannot be done now, in words; absent: it can. */
  readonly unavailable?: string;
  readonly run: () => void;
}

type MakeActions = () => readonly Action[];

/** Where actions belong: a screen's come before the frame's, in the palette and where both want the same chord. */
type Layer = 'screen' | 'frame';

const registered = new Map<symbol, { readonly make: MakeActions; readonly layer: Layer }>();

/** What can be done at this moment: the screen's actions, then the frame's. Reasons are as of now. */
export function presentActions(): readonly Action[] {
  const all = [...registered.values()];
  const of = (wanted: Layer) => all.filter(({ layer }) => layer === wanted).flatMap(({ make }) => make());
  return [...of('screen'), ...of('frame')];
}

/** Registers actions for as long as the component is mounted. `make` is called when a palette opens or a key is pressed, never on a timer, and sees the latest drawing. */
export function useActions(make: MakeActions, layer: Layer = 'screen'): void {
  const latest = useRef(make);
  useEffect(() => {
    latest.current = make;
  });
  useEffect(() => {
    const key = Symbol('actions');
    registered.set(key, { make: () => latest.current(), layer });
    return () => {
      registered.delete(key);
    };
  }, [layer]);
}

/** Carries out the action with this id, if it is there and possible; answers why not otherwise. */
export function runAction(id: string): string | undefined {
  const action = presentActions().find((one) => one.id === id);
  if (action === undefined) return 'This cannot be done from here.';
  if (action.unavailable !== undefined) return action.unavailable;
  action.run();
  return undefined;
}
