/** How lengths of time read on screen. Times of day come from shared/vocabulary/zoned-time. Times are ms since epoch, UTC; lengths are ms. */
const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const two = (n: number): string => String(n).padStart(2, '0');

/** A running clock: `6:12`, `1:04:09`, `2 d 03:10`. Negative lengths lose their sign; the words beside it say "ago". */
export function clockText(length: number): string {
  const all = Math.floor(Math.abs(length) / second);
  const days = Math.floor(all / 86_400);
  const hours = Math.floor((all % 86_400) / 3600);
  const minutes = Math.floor((all % 3600) / 60);
  if (days > 0) return `${days} d ${two(hours)}:${two(minutes)}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(all % 60)}` : `${minutes}:${two(all % 60)}`;
}

/** How long, roughly, for what need not be read to the second: `under 1 min`, `4 min`, `3 h`, `2 d`. */
export function ageText(length: number): string {
  if (length < minute) return 'under 1 min';
  if (length < 2 * hour) return `${Math.floor(length / minute)} min`;
  if (length < 2 * day) return `${Math.floor(length / hour)} h`;
  return `${Math.floor(length / day)} d`;
}
