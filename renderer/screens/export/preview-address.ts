/** The address of a draft's HTML preview. */

/** The same path on the loopback server and under the desktop app's own protocol: both serve it with a policy under which it runs and loads nothing. */
export function previewAddress(incident: string, template: string): string {
  return `/preview/${encodeURIComponent(incident)}?${new URLSearchParams({ template, format: 'html' })}`;
}
