/** What a playbook says of the blameless review: it may say nothing, and a playbook from before it could keeps its hash. */
import { expect, test } from 'vitest';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { playbookHash } from '../../shared/playbook/library-hash.ts';
import { readPlaybook } from '../../shared/playbook/read-playbook.ts';
import { playbookSchema } from '../../shared/playbook/schema.ts';
import { writePlaybook } from '../../shared/playbook/write-playbook.ts';

const { review: _review, ...before } = defaultPlaybook;

test('a playbook that says nothing of reviews reads as it was pinned, to the same hash', () => {
  const read = playbookSchema.parse(JSON.parse(JSON.stringify(before)));
  expect(read).toEqual(before);
  expect('review' in read).toBe(false);
  expect(playbookHash(read)).toBe(playbookHash(before));
  expect(playbookHash(defaultPlaybook)).not.toBe(playbookHash(before));
});

test('phrases and vendors are read from the file, and either may be left out', () => {
  const text = writePlaybook(before);
  const reviewOf = (more: string): unknown => {
    const read = readPlaybook(`${text}\n${more}`);
    return read.ok ? read.value.review : read.error.map(({ message }) => message);
  };
  expect(reviewOf('review:\n  allow: [disaster day]\n')).toEqual({ allow: ['disaster day'], vendors: [] });
  expect(reviewOf('review:\n  vendors: [Cloudreef]\n')).toEqual({ allow: [], vendors: ['Cloudreef'] });
  expect(reviewOf('review:\n  allowed: [x]\n')).toEqual([expect.stringContaining('allow')]);
  expect(reviewOf('review:\n  allow: [""]\n')).toEqual(['Entry 1 of allow is empty; it takes a text of at most 500 characters.']);
});
