/** What a page of the console may not do, whatever is in it: go elsewhere, open windows, embed, or be granted the machine's devices. */
import { type App, type Session, shell, type WebContents } from 'electron';
import { isPreview } from './app-protocol.ts';
import { linkToOpen } from './outside-links.ts';

const granted: readonly string[] = ['clipboard-sanitized-write', 'notifications'];

/** Denies every permission but copying and notifying, asked for or looked up. */
export function limitPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(granted.includes(permission)));
  session.setPermissionCheckHandler((_contents, permission) => granted.includes(permission));
  session.setDevicePermissionHandler(() => false);
}

/** Applies the limits to every page that will ever exist in this app. */
export function limitPages(app: App): void {
  app.on('web-contents-created', (_event, contents) => limitPage(contents));
}

function limitPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame || !mayShowInFrame(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const outside = linkToOpen(url);
    if (outside) void shell.openExternal(outside);
    return { action: 'deny' };
  });
}

function mayShowInFrame(url: string): boolean {
  try {
    return url === 'about:blank' || isPreview(new URL(url));
  } catch {
    return false;
  }
}
