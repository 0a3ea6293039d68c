/** The address of a draft's HTML preview. */

interface PreviewWish {
  readonly template: string;
  /** Names become roles. */
  readonly anonymous?: boolean;
}

/** The same path on the loopback server and under the desktop app's own protocol: both serve it with a policy under which it runs and loads nothing. */
export function previewAddress(incident: string, { template, anonymous }: PreviewWish): string {
  const wish = { template, format: 'html', ...(anonymous && { anonymous: 'true' }) };
  return `/preview/${encodeURIComponent(incident)}?${new URLSearchParams(wish)}`;
}
