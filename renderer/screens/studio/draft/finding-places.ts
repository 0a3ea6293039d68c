/** Where in the draft the review found something, for the texts to underline it. */
import { createContext, useContext } from 'react';
import type { DraftFinding } from '../../../../shared/postmortem/review/review-draft.ts';

/** Findings by place. */
export type FindingPlaces = ReadonlyMap<string, readonly DraftFinding[]>;

export interface TextPlace {
  readonly section: string;
  readonly block: number;
  readonly item?: number;
  readonly cell?: number;
}

const keyOf = ({ section, block, item, cell }: TextPlace): string => [section, block, item ?? '', cell ?? ''].join('/');

export function findingPlaces(findings: readonly DraftFinding[]): FindingPlaces {
  const places = new Map<string, DraftFinding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const here = places.get(key);
    if (here) here.push(finding);
    else places.set(key, [finding]);
  }
  return places;
}

export const FindingsContext = createContext<FindingPlaces>(new Map());
const none: readonly DraftFinding[] = [];

/** What was found in a text of the draft. */
export const useFound = (place: TextPlace): readonly DraftFinding[] => useContext(FindingsContext).get(keyOf(place)) ?? none;
