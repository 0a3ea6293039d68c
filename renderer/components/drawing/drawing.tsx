/** A figure of this console, drawn in the colours of the page. All that it shows stands beside it in words. */
import { createElement, type ReactNode, useMemo } from 'react';
import type { Figure } from '../../../shared/postmortem/charts/figure.ts';
import { type SvgElement, svgElement } from '../../../shared/postmortem/charts/svg.ts';
import styles from './drawing.module.css';

export interface DrawingProps {
  readonly figure: Figure;
  /** What it is, in a few words. */
  readonly name: string;
}

export function Drawing({ figure, name }: DrawingProps) {
  const drawn = useMemo(() => element(svgElement(figure, name), 0), [figure, name]);
  return <div className={styles.drawing}>{drawn}</div>;
}

function element({ tag, attributes, inside }: SvgElement, key: number): ReactNode {
  const named = Object.entries(attributes).map(([name, value]) => [reactName(name), value] as const);
  return createElement(
    tag,
    { ...Object.fromEntries(named), key },
    ...inside.map((part, index) => (typeof part === 'string' ? part : element(part, index))),
  );
}

/** React writes `fill-opacity` as `fillOpacity`, and leaves what begins with `aria-` as it is. */
const reactName = (name: string): string =>
  name.startsWith('aria-') ? name : name.replace(/-([a-z])/g, (_found, letter: string) => letter.toUpperCase());
