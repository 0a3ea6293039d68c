/** Ways of taking a draft out of the console. */
import type { Bridge } from '../../../shared/api/bridge.ts';

/** What came of it: taken, given up by the person, or not possible here. */
export type TakenOut = 'taken' | 'givenUp' | 'impossible';

/** Writes the draft to a file: where the desktop shell is told, or into the browser's downloads. */
export async function saveDraft(bridge: Bridge, fileName: string, mediaType: string, text: string): Promise<TakenOut> {
  if (bridge.desktop !== undefined) return (await bridge.desktop.saveFile(fileName, text)) === null ? 'givenUp' : 'taken';
  const address = URL.createObjectURL(new Blob([text], { type: `${mediaType.split(';')[0]};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads the blob after this turn; a minute is ample.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return 'taken';
}

/** Puts the draft on the clipboard. A page that came over plain HTTP from another machine has none. */
export async function copyDraft(text: string): Promise<TakenOut> {
  try {
    await navigator.clipboard.writeText(text);
    return 'taken';
  } catch {
    return 'impossible';
  }
}
