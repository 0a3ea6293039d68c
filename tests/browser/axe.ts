/** What axe has to complain of on a page; at night with the contrast of AAA. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe found, each in a line: the rule, where, and the colours where it is about them. */
export async function complaints(page: Page, night: boolean): Promise<readonly string[]> {
  // The draft's frame is a document of its own in which no script may run, axe's neither; it is looked at apart.
  const axe = new AxeBuilder({ page }).exclude('iframe');
  if (night) axe.options({ rules: { 'color-contrast-enhanced': { enabled: true } } });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} · ${failureSummary?.replaceAll(/\s+/g, ' ')}`),
  );
}

/** Contrast is measured as it is at rest, not in the middle of a fade. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))));
}
