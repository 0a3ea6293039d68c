/** What axe has to complain of on a page; at night with the contrast of AAA. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Rules of what a look can change: colours. */
const rulesOfLooks = ['color-contrast', 'link-in-text-block'];

/** What axe found, each in a line: the rule, where, and the colours where it is about them. */
export function complaints(page: Page, night: boolean): Promise<readonly string[]> {
  const axe = builder(page);
  if (night) axe.options({ rules: { 'color-contrast-enhanced': { enabled: true } } });
  return found(axe);
}

/** The same, of that alone which another look of the same page can change. */
export function complaintsOfLook(page: Page, night: boolean): Promise<readonly string[]> {
  return found(builder(page).withRules(night ? [...rulesOfLooks, 'color-contrast-enhanced'] : rulesOfLooks));
}

/** The draft's frame is a document of its own in which no script may run, axe's neither; it is looked at apart. */
const builder = (page: Page): AxeBuilder => new AxeBuilder({ page }).exclude('iframe');

async function found(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} · ${failureSummary?.replaceAll(/\s+/g, ' ')}`),
  );
}

/** Contrast is measured as it is at rest, not in the middle of a fade. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))));
}
