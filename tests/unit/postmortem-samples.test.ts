import { describe, expect, test } from 'vitest';
import { textFormats } from '../../shared/postmortem/writers/formats.ts';
import { draftText, templateNames } from '../drafting.ts';
import { sampleNames, sampleView } from '../samples.ts';

describe.each(templateNames)('%s', (name) => {
  describe.each(sampleNames)('of %s', (sample) => {
    test.each(textFormats)('the draft as %s never changes by itself', async (format) => {
      await expect(draftText(sampleView(sample), format, name)).toMatchFileSnapshot(`../fixtures/drafts/${name}/${sample}.${format}`);
    });
  });
});
