/** Which links leave the console for the operating system. */

/** The address to hand to the operating system for a link that a person clicked, or undefined: web pages and mail only, since other schemes start programs. */
export function linkToOpen(url: string): string | undefined {
  try {
    const { protocol, href } = new URL(url);
    return protocol === 'https:' || protocol === 'mailto:' ? href : undefined;
  } catch {
    return undefined;
  }
}
