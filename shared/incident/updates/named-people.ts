/** Names of people in a text: customers need none of them, and nobody wants to be the one who is named. */
import type { IncidentView } from '../view.ts';
import type { Stretch } from './finish-times.ts';

/** Names that are words too: alone they count only behind other words, never at the beginning of a sentence. */
export const wordsThatAreNames: ReadonlySet<string> = new Set(
  'will may mark grant bill rich art grace hope joy faith rose june april august max pat sue chase drew rob jack don ray dean miles frank guy'.split(
    ' ',
  ),
);
const shortest = 3;

/** Where people of the incident are named, by their whole name or a part of it, each place once. */
export function peopleNamedIn(view: Pick<IncidentView, 'people'>, text: string): readonly Stretch[] {
  const names = Object.values(view.people).flatMap(({ name, kind }) => (name === null || kind === 'team' ? [] : [name.trim()]));
  const whole = names.filter((name) => [...name].length >= shortest);
  const parts = names.flatMap((name) => name.split(/[\s.]+/)).filter((part) => [...part].length >= shortest && /^\p{Lu}/u.test(part));
  const found = [...new Set([...whole, ...parts])].toSorted((a, b) => b.length - a.length).flatMap((name) => placesOf(name, text));
  return found
    .filter((place, at) => !found.slice(0, at).some(({ start, end }) => place.start < end && start < place.end))
    .toSorted((a, b) => a.start - b.start);
}

function placesOf(name: string, text: string): readonly Stretch[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'gu');
  return Array.from(text.matchAll(pattern), ({ index }) => ({ start: index, end: index + name.length })).filter(
    ({ start }) => !wordsThatAreNames.has(name.toLowerCase()) || /[\p{L}\p{N},]\s*$/u.test(text.slice(0, start)),
  );
}
