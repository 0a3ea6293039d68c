/** A figure of this console, drawn in the colours of the page. All that it shows stands beside it in words. */
import { createElement, type ReactNode, useMemo } from 'react';
import styles from './drawing.module.css';
import { type SvgMark, svgMarks } from './svg-marks.ts';

export interface DrawingProps {
  /** As `shared/postmortem/charts` makes it. */
  readonly svg: string;
}

/** Nothing where it is not one of ours: the words beside it say the same. */
export function Drawing({ svg }: DrawingProps) {
  const root = useMemo(() => svgMarks(svg), [svg]);
  return root === undefined ? null : <div className={styles.drawing}>{element(root, 0)}</div>;
}

const element = ({ tag, attributes, inside }: SvgMark, key: number): ReactNode =>
  createElement(tag, { ...attributes, key }, ...inside.map((part, index) => (typeof part === 'string' ? part : element(part, index))));
