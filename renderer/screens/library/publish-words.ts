/** What became of a publication, in words. */
import type { Publication } from '../../../shared/api/library-wire.ts';

/** One sentence for what was done; what was refused is told apart. */
export function publicationSays({ published, folder }: Publication): string {
  const written = published.filter(({ change }) => change === 'written').length;
  const same = published.length - written;
  const files = (count: number): string => (count === 1 ? '1 file' : `${count} files`);
  if (published.length === 0) return 'Nothing was published.';
  if (written === 0) return `${files(same)} in ${folder} ${same === 1 ? 'is' : 'are'} as before: nothing changed.`;
  return `${files(written)} written to ${folder}${same === 0 ? '' : `, ${same} as before`}.`;
}

/** What a person must know beside. */
export function publicationWarns({ refused, index }: Publication): readonly string[] {
  return [
    ...refused.map(({ label, why }) => `${label}: ${why}`),
    ...(index === 'left' ? ['README.md in the folder was not written by Wheelhouse, so it was left as it is.'] : []),
  ];
}
