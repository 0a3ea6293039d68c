/** Typing that is faster than the page draws. */
import type { Page } from '@playwright/test';

/** Puts a text in at the caret, letter by letter: the next one comes while the page is still busy with the one before, at every turn that it can. */
export async function typeInBursts(page: Page, text: string): Promise<void> {
  await page.evaluate(
    async (letters) => {
      const channel = new MessageChannel();
      const turn = () =>
        new Promise((resolve) => {
          channel.port1.onmessage = resolve;
          channel.port2.postMessage(undefined);
        });
      for (const [index, letter] of letters.entries()) {
        document.execCommand('insertText', false, letter);
        for (let turns = 0; turns < index % 4; turns += 1) await turn();
      }
    },
    [...text],
  );
}
