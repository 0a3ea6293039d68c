/** A text with what the review found in it underlined; the words are in the margin. */
import { Fragment, type ReactNode } from 'react';
import type { Finding } from '../../../../shared/postmortem/review/rule.ts';
import { type TextPlace, useFound } from './finding-places.ts';

interface UnderlinedProps {
  readonly text: string;
  readonly place: TextPlace;
  readonly shape?: 'inline' | 'lines';
}

/** In the direction of its own script. */
export function Underlined({ text, place, shape = 'inline' }: UnderlinedProps) {
  const found = useFound(place);
  return (
    <bdi dir="auto" data-shape={shape}>
      {withUnderlines(text, found, 0)}
    </bdi>
  );
}

/** `from`: where the text begins in what the findings count in. Of findings that overlap, the first is drawn. */
export function withUnderlines(text: string, found: readonly Pick<Finding, 'start' | 'end' | 'level'>[], from: number): ReactNode {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end, level } of found) {
    const [begin, stop] = [start - from, Math.min(end - from, text.length)];
    if (begin < at || begin >= text.length) continue;
    pieces.push(<Fragment key={at}>{text.slice(at, begin)}</Fragment>);
    pieces.push(
      <mark key={`${begin} found`} className="finding" data-level={level}>
        {text.slice(begin, stop)}
      </mark>,
    );
    at = stop;
  }
  if (pieces.length === 0) return text;
  return [...pieces, <Fragment key="rest">{text.slice(at)}</Fragment>];
}
