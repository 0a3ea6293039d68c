/** Ways of taking what was made out of the console. */
import type { Bridge } from '../../shared/api/bridge.ts';
import type { MadeDocument } from '../../shared/api/studio-procedures.ts';

/** What came of it: taken, given up by the person, or not possible here. */
export type TakenOut = 'taken' | 'givenUp' | 'impossible';

/** Writes a text to a file: where the desktop shell is told, or into the browser's downloads. */
export function saveDraft(bridge: Bridge, fileName: string, mediaType: string, text: string): Promise<TakenOut> {
  return saveDocument(bridge, { fileName, mediaType, text });
}

/** The same for a document that may be no text. */
export async function saveDocument(bridge: Bridge, { fileName, mediaType, text, encoding }: MadeDocument): Promise<TakenOut> {
  if (bridge.desktop !== undefined)
    return (await bridge.desktop.saveFile(fileName, encoding === 'base64' ? bytesOf(text) : text)) === null ? 'givenUp' : 'taken';
  const [type = 'text/plain'] = mediaType.split(';');
  const blob = encoding === 'base64' ? new Blob([bytesOf(text)], { type }) : new Blob([text], { type: `${type};charset=utf-8` });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads the blob after this turn; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return 'taken';
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** Puts a text on the clipboard. A page that came over plain HTTP from another machine has none. */
export async function copyDraft(text: string): Promise<TakenOut> {
  try {
    await navigator.clipboard.writeText(text);
    return 'taken';
  } catch {
    return 'impossible';
  }
}
