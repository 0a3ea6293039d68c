/** Prints a document of the core's: in a window that nobody sees, that runs no script and reaches no network, and that is gone afterwards. */
import { BrowserWindow, type Session, session } from 'electron';
import { err, ok, type Result } from '../../shared/result.ts';
import { securityHeaders } from '../core/server/content-security.ts';
import type { PrintAnswer, PrintQuestion } from '../core/server/port-protocol.ts';
import { paper, printPatience } from '../core/studio/pdf/printer.ts';

const address = 'print://document/';

/** One after another: what is printed next waits. */
let last: Promise<unknown> = Promise.resolve();

/** Answers the pages, or says in words why there are none. */
export function printPdf({ id, html }: PrintQuestion): Promise<PrintAnswer> {
  const printed = last.then(async (): Promise<PrintAnswer> => ({ type: 'printed', id, answer: await pagesOf(html) }));
  last = printed;
  return printed;
}

async function pagesOf(html: string): Promise<Result<Uint8Array, string>> {
  const pages = closedSession();
  // Known to this session alone, and for this document: it is in no file, and no address of the machine's.
  pages.protocol.handle('print', () => new Response(html, { headers: { ...securityHeaders, 'content-type': 'text/html; charset=utf-8' } }));
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: pages,
      sandbox: true,
      javascript: false,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  let impatient: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_resolve, reject) => {
      impatient = setTimeout(() => reject(new Error(`it took longer than ${printPatience / 1000} s`)), printPatience);
      window.webContents.once('render-process-gone', (_event, { reason }) => reject(new Error(`the page is gone: ${reason}`)));
    });
    const print = async (): Promise<Uint8Array> => {
      await window.loadURL(address);
      return window.webContents.printToPDF({
        pageSize: paper,
        printBackground: true,
        preferCSSPageSize: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
    };
    return ok(new Uint8Array(await Promise.race([print(), late])));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err(`The app did not print the PDF: ${why}. Try again, or save the HTML and print it from a browser.`);
  } finally {
    clearTimeout(impatient);
    window.destroy();
    pages.protocol.unhandle('print');
  }
}

/** A session in memory, which loads the one document and nothing else, and grants nothing. */
function closedSession(): Session {
  const closed = session.fromPartition('print', { cache: false });
  closed.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== address }));
  closed.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  closed.setPermissionCheckHandler(() => false);
  return closed;
}
