/** Fetches the draft that a preview frame shows, over a port of main's own to the core. */
import type { MessagePortMain } from 'electron';
import type { OutputOf } from '../../shared/api/procedures.ts';
import { directoryPreview } from '../core/server/content-security.ts';
import type { PortAnswer } from '../core/server/port-protocol.ts';

/** How long a draft may take, ms, before the frame says that there is none. */
const patience = 15_000;

/** The HTML that `app://console/preview/<incident>?template=…` or `…/preview/directory` names, or undefined. The port is closed afterwards. */
export async function draftHtml(address: URL, port: MessagePortMain | undefined): Promise<string | undefined> {
  if (!port) return undefined;
  const answer = await new Promise<PortAnswer | undefined>((resolve) => {
    const impatient = setTimeout(() => resolve(undefined), patience);
    port.once('message', ({ data }) => {
      clearTimeout(impatient);
      resolve(data as PortAnswer);
    });
    port.start();
    port.postMessage({ id: 1, ...askedBy(address) });
  });
  port.close();
  return answer?.ok ? (answer.value as OutputOf<'incidents.export'>).text : undefined;
}

function askedBy(address: URL) {
  if (address.pathname === directoryPreview) return { name: 'directory.print', input: {} };
  const id = decodeURIComponent(address.pathname.replace('/preview/', ''));
  const template = address.searchParams.get('template') ?? 'google-sre';
  const anonymous = address.searchParams.get('anonymous') === 'true';
  return { name: 'incidents.export', input: { id, template, format: 'html', ...(anonymous && { anonymous }) } };
}
