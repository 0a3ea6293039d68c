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

const registered = new Map<symbol, MakeActions>();

/** What can be done at this moment: the latest registered screen first. Reasons are as of now. */
export function presentActions(): readonly Action[] {
  return [...registered.values()].reverse().flatMap((make) => make());
}

/** Registers actions for as long as the component is mounted. `make` is called when a palette opens or a key is pressed, never on a timer, and sees the latest drawing. */
export function useActions(make: MakeActions): void {
  const latest = useRef(make);
  useEffect(() => {
    latest.current = make;
  });
  useEffect(() => {
    const key = Symbol('actions');
    registered.set(key, () => latest.current());
    return () => {
      registered.delete(key);
    };
  }, []);
}

/** Carries out the action with this id, if it is there and possible; answers why not otherwise. */
export function runAction(id: string): string | undefined {
  const action = presentActions().find((one) => one.id === id);
  if (action === undefined) return 'This cannot be done from here.';
  if (action.unavailable !== undefined) return action.unavailable;
  action.run();
  return undefined;
}
