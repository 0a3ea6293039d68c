/** Inviting a responder: one link for one person, on the clipboard and in sight. */
import type { Bridge } from '../../../shared/api/bridge.ts';
import { createStore } from '../../bridge/store.ts';
import { announce } from '../../components/live-region/announce.ts';

export type Invitation =
  | { readonly state: 'made'; readonly url: string; readonly copied: 'copied' | 'not copied' }
  | { readonly state: 'failed'; readonly why: string };

/** The invitation that is in sight; the next one takes its place. */
export const invitation = createStore<Invitation | undefined>(undefined);

/** Makes a link and copies it; what came of it stands in `invitation`. */
export async function invite(bridge: Bridge): Promise<void> {
  const answer = await bridge.call('session.invite', {});
  if (!answer.ok) return invitation.set({ state: 'failed', why: answer.error.message });
  const { url } = answer.value;
  const copied = await navigator.clipboard.writeText(url).then(
    () => 'copied' as const,
    () => 'not copied' as const,
  );
  invitation.set({ state: 'made', url, copied });
}

/** Takes the invitation out of sight; the link goes on working. */
export function putAway(): void {
  invitation.set(undefined);
  announce('The invitation is put away. Its link goes on working until it is used.');
}

/** Whether a link leads to the computer on which it is opened: nobody else can follow it. */
export function leadsHereOnly(url: string): boolean {
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.');
}
