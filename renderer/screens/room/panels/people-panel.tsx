/** Everybody in this incident: who holds what, who is on the call, whom to call. */
import { CallPanel } from './call-panel.tsx';
import { HolderPanel } from './holder-panel.tsx';
import { RollCallPanel } from './roll-call-panel.tsx';

export function PeoplePanel() {
  return (
    <>
      <HolderPanel />
      <RollCallPanel />
      <CallPanel />
    </>
  );
}
