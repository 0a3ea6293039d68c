/** What a page of the console may load and do, in one place: the loopback server and the desktop shell send the same policy. */
import { createHash } from 'node:crypto';

export interface PagePolicy {
  /** `sha256-…` of inline styles that the build knows (React Aria injects one). */
  readonly styleHashes: readonly string[];
  /** Where the page may connect beside its own origin: the WebSocket form of it, which older browsers do not count as `'self'`. */
  readonly connect: readonly string[];
}

/** The Content-Security-Policy of the console's own pages. */
export function pagePolicy({ styleHashes, connect }: PagePolicy): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...styleHashes.map((hash) => `'${hash}'`)].join(' '),
    "img-src 'self' blob:",
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
}

/** The address of the one preview that a page may print: whom to call. */
export const directoryPreview = '/preview/directory';

/**
 * The policy of an HTML preview: a document that runs nothing, loads nothing, and has only the styles that it came with. The page around it may
 * print one that is `printable`, and for that must reach into it; it still runs nothing.
 */
export function previewPolicy(html: string, use: 'read' | 'printable' = 'read'): string {
  const hashes = inlineStyleHashes(html).map((hash) => `'${hash}'`);
  return [
    "default-src 'none'",
    hashes.length > 0 ? `style-src ${hashes.join(' ')}` : "style-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    use === 'read' ? 'sandbox' : 'sandbox allow-same-origin allow-modals',
  ].join('; ');
}

/** `sha256-…` of every `<style>` element of a document. What people wrote is escaped in a draft, so each match is one that the draft itself opened. */
export function inlineStyleHashes(html: string): readonly string[] {
  return [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
    (match) =>
      `sha256-${createHash('sha256')
        .update(match[1] ?? '', 'utf8')
        .digest('base64')}`,
  );
}

/** Headers that every answer carries, whatever it is. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=()',
};

/** The policy of answers that are data, and of error pages: nothing at all. */
export const nothingPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
