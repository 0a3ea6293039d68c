/** Arithmetic of stretches of time: what two have in common, what one leaves of another, how long they are together. Times in ms since epoch, UTC. */

/** From `from` up to, and without, `to`. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** The same time in order and without overlaps; empty stretches are gone. */
export function joined(spans: readonly TimeSpan[]): readonly TimeSpan[] {
  const list: TimeSpan[] = [];
  for (const span of spans.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)) {
    const last = list.at(-1);
    if (last !== undefined && span.from <= last.to) list[list.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else list.push({ from: span.from, to: span.to });
  }
  return list;
}

/** The time that is in both. */
export function common(some: readonly TimeSpan[], others: readonly TimeSpan[]): readonly TimeSpan[] {
  const overlap = joined(some).flatMap((a) =>
    joined(others).map((b): TimeSpan => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) })),
  );
  return joined(overlap);
}

/** The time that is in the first and not in the second. */
export function without(some: readonly TimeSpan[], taken: readonly TimeSpan[]): readonly TimeSpan[] {
  return joined(some).flatMap((span) => {
    const left: TimeSpan[] = [];
    let from = span.from;
    for (const gone of joined(taken)) {
      if (gone.to <= from || gone.from >= span.to) continue;
      if (gone.from > from) left.push({ from, to: gone.from });
      from = gone.to;
    }
    return from < span.to ? [...left, { from, to: span.to }] : left;
  });
}

/** How long they are together, in ms; what overlaps counts once. */
export function totalOf(spans: readonly TimeSpan[]): number {
  return joined(spans).reduce((sum, { from, to }) => sum + to - from, 0);
}

/** The time in which at least `count` of the lists have a stretch. */
export function whileAtLeast(count: number, lists: readonly (readonly TimeSpan[])[]): readonly TimeSpan[] {
  const edges = lists.flatMap((spans) =>
    joined(spans).flatMap(({ from, to }) => [
      { at: from, step: 1 },
      { at: to, step: -1 },
    ]),
  );
  const list: TimeSpan[] = [];
  let running = 0;
  let since: number | undefined;
  for (const { at, step } of edges.sort((a, b) => a.at - b.at || b.step - a.step)) {
    running += step;
    if (running >= count) since ??= at;
    else if (since !== undefined) {
      list.push({ from: since, to: at });
      since = undefined;
    }
  }
  return joined(list);
}
