/** Whether the timeline follows its end, and how many lines came in below while it did not. */

export interface Follow {
  readonly following: boolean;
  /** Lines that were added at the end since the reader scrolled away. */
  readonly below: number;
}

export const atTheEnd: Follow = { following: true, below: 0 };

/** Nearer to the end than this counts as being there, px: less than half a line, so that rounding never unhooks it. */
const slack = 12;

/** After a scroll by the reader: at the end it follows again, anywhere else it stays where the reader put it. */
export function scrolled(follow: Follow, offset: number, viewport: number, height: number): Follow {
  const end = height - viewport - offset <= slack;
  if (end) return follow.following && follow.below === 0 ? follow : atTheEnd;
  return follow.following ? { following: false, below: 0 } : follow;
}

/** After lines were added at the end. */
export function grown(follow: Follow, lines: number): Follow {
  if (follow.following || lines <= 0) return follow;
  return { following: false, below: follow.below + lines };
}

/** How many of the entries stand after the one that was last before; all of them when it is gone, none when there was none to compare with. */
export function addedAfter(ids: readonly string[], lastBefore: string | undefined): number {
  if (lastBefore === undefined) return 0;
  const at = ids.lastIndexOf(lastBefore);
  return ids.length - 1 - at;
}

/** What the button says. */
export function belowSays(follow: Follow): string {
  if (follow.below === 0) return 'To the newest';
  return `${follow.below} new below`;
}
