/** `app://console/…`: the built renderer as an origin of its own, with the same headers that the loopback server sends. */
import { protocol } from 'electron';
import { directoryPreview, nothingPolicy, pagePolicy, previewPolicy, securityHeaders } from '../core/server/content-security.ts';
import { builtStyleHashes, staticFile } from '../core/server/static-files.ts';

export const origin = 'app://console';
export const startPage = `${origin}/index.html`;

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the renderer's files, and drafts for the preview frame. `draft` answers the HTML of the draft that an address names. */
export async function serveApp(rendererDir: string, draft: (address: URL) => Promise<string | undefined>): Promise<void> {
  const styleHashes = await builtStyleHashes(rendererDir);
  const policy = pagePolicy({ styleHashes, connect: [] });
  protocol.handle('app', async (request) => {
    const address = new URL(request.url);
    if (request.method !== 'GET' || address.host !== 'console')
      return answer(404, 'text/plain', 'There is nothing at this address.', nothingPolicy);
    if (isPreview(address)) {
      const html = await draft(address);
      return html === undefined
        ? answer(404, 'text/plain', 'This draft could not be made.', nothingPolicy)
        : answer(200, 'text/html; charset=utf-8', html, previewPolicy(html, address.pathname === directoryPreview ? 'printable' : 'read'));
    }
    const file = await staticFile(rendererDir, address.pathname);
    if (!file) return answer(404, 'text/plain', 'There is nothing at this address.', nothingPolicy);
    return answer(200, file.mediaType, file.bytes, policy);
  });
}

/** Whether an address is a draft's preview: the one kind of page that a frame may show. */
export function isPreview(address: URL): boolean {
  return address.protocol === 'app:' && address.host === 'console' && address.pathname.startsWith('/preview/');
}

function answer(status: number, mediaType: string, body: string | Uint8Array, policy: string): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    status,
    headers: { ...securityHeaders, 'content-type': mediaType, 'content-security-policy': policy, 'cache-control': 'no-store' },
  });
}
