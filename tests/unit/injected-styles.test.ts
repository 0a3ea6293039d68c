/** The styles that React Aria injects, as the build finds them: an upgrade that changes how must fail here and not in a person's window. */
import { expect, test } from 'vitest';
import { injectedStyles, styleHashes } from '../../renderer/content-security.ts';

test('the texts of the injected styles are found in the installed package, with their names filled in', () => {
  const [pressable, scrolling] = injectedStyles();
  expect(pressable).toMatch(/^@layer \{\n {2}\[data-react-aria-pressable\] \{/);
  expect(scrolling).toContain('overscroll-behavior: contain');
});

test('each of them is allowed by a hash of its own', () => {
  const hashes = styleHashes();
  expect(hashes).toHaveLength(2);
  for (const hash of hashes) expect(hash).toMatch(/^sha256-[A-Za-z0-9+/]{43}=$/);
});
