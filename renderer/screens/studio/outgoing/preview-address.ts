/** The address of a draft's HTML preview. */
import type { Wish } from '../use-studio-draft.ts';

/** The same path on the loopback server and under the desktop app's own protocol: both serve it with a policy under which it runs and loads nothing. */
export function previewAddress(incident: string, { template, anonymous }: Wish): string {
  const wish = { template, format: 'html', ...(anonymous && { anonymous: 'true' }) };
  return `/preview/${encodeURIComponent(incident)}?${new URLSearchParams(wish)}`;
}
