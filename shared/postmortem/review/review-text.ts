/** The blameless review: places of a text that are worth a second look, each with a reason and a question. It rewrites nothing, never blocks, and scores nobody. */
import { nameFinder } from '../anonymous/names-in-text.ts';
import { liveFindings } from './live-rules.ts';
import { anyHandle, askedWho, askedWhy, asksWho, blameOf, culprit, pronoun, whoOrWhy } from './people-rules.ts';
import { isWithin, placeInGiven, type Reading, readingOf, unitsIn } from './reading.ts';
import { type Finding, type FindingLevel, Match, type ReviewContext, type ReviewRuleId, type RuleWords, reviewRuleIds } from './rule.ts';
import { tellingRules } from './telling-rules.ts';
import { actRules } from './word-rules.ts';

interface Place {
  readonly rule: RuleWords;
  readonly start: number;
  readonly end: number;
}

/** The findings in a text, Markdown or plain, in its order. The same text gives the same findings. */
export function reviewText(text: string, context: ReviewContext): readonly Finding[] {
  const reading = readingOf(text);
  const places = [
    ...byWords(reading.text, context),
    ...byNames(reading.text, context),
    ...(context.live ? liveFindings(reading.text, context) : []),
  ];
  const allowed = unitsIn(reading.text.length, allowedPlaces(reading.text, context.allow));
  return places
    .filter(({ start, end }) => !isWithin(allowed, { start, end }))
    .map((place) => findingOf(text, reading, place))
    .toSorted((a, b) => a.start - b.start || a.end - b.end || order(a.rule) - order(b.rule));
}

const order = (rule: ReviewRuleId): number => reviewRuleIds.indexOf(rule);

function byWords(text: string, context: ReviewContext): readonly Place[] {
  const find = nameFinder(context.people.map((name) => ({ name, person: name })));
  const named = (word: string): boolean => find(word).length > 0;
  const places = [...actRules, ...tellingRules].flatMap((rule) =>
    Array.from(text.matchAll(rule.pattern), ({ 0: found, index }) => new Match(text, [index, index + found.length], context, named))
      .filter((match) => rule.meant?.(match) ?? true)
      .map(({ start, end }) => ({ rule, start, end })),
  );
  // "Remind everyone" is one thing to look at, not two.
  const larger = unitsIn(
    text.length,
    places.filter(({ rule }) => rule.id !== 'B13'),
  );
  return places.filter((place) => place.rule.id !== 'B13' || !isWithin(larger, place));
}

function byNames(text: string, context: ReviewContext): readonly Place[] {
  const known = nameFinder(context.people.map((name) => ({ name, person: name })))(text);
  const handles = Array.from(text.matchAll(anyHandle), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
    person: found,
  }));
  const named = unitsIn(text.length, known);
  const blamed = [...known, ...handles.filter((place) => !isWithin(named, { start: place.start, end: place.start + 1 }))];
  const faults = blamed.flatMap((place) => {
    const found = blameOf(text, place);
    return found ? [{ rule: culprit, ...found }] : [];
  });
  const who = Array.from(
    text.matchAll(askedWho),
    ({ 0: found, index }) => new Match(text, [index, index + found.length], context, () => false),
  )
    .filter(asksWho)
    .map(({ start, end }) => ({ rule: whoOrWhy, start, end }));
  const begins = new Map(known.map(({ start, end }) => [start, end]));
  const why = Array.from(text.matchAll(askedWhy)).flatMap(({ 0: found, index }) => {
    const end = index + found.length;
    const name = begins.get(end + 1);
    const spoken = pronoun.exec(text.slice(end, end + 40));
    if (name !== undefined) return [{ rule: whoOrWhy, start: index, end: name }];
    return spoken ? [{ rule: whoOrWhy, start: index, end: end + spoken[0].length }] : [];
  });
  return [...faults, ...who, ...why];
}

function allowedPlaces(text: string, phrases: readonly string[]): readonly { readonly start: number; readonly end: number }[] {
  const lower = text.toLowerCase();
  // Some capital letters become two small ones: offsets would not be those of the text.
  const within = lower.length === text.length ? lower : text;
  return phrases.flatMap((phrase) => {
    const wanted = readingOf(phrase).text.toLowerCase().trim();
    const found: { start: number; end: number }[] = [];
    for (let at = wanted === '' ? -1 : within.indexOf(wanted); at !== -1; at = within.indexOf(wanted, at + wanted.length)) {
      found.push({ start: at, end: at + wanted.length });
    }
    return found;
  });
}

function findingOf(given: string, reading: Reading, { rule, start, end }: Place): Finding {
  const place = placeInGiven(reading, { start, end });
  const quoted = isWithin(reading.quoted, { start, end });
  const { id, level, reason, prompt } = rule;
  return { rule: id, level: quoted ? 'info' : level, ...place, text: given.slice(place.start, place.end), reason, prompt };
}

/** How many there are, by level and by rule: of a text, and of nobody. */
export interface FindingCounts {
  readonly levels: Readonly<Record<FindingLevel, number>>;
  /** Rules that found something, in their order. */
  readonly rules: Readonly<Partial<Record<ReviewRuleId, number>>>;
}

export function countsOf(findings: readonly Pick<Finding, 'rule' | 'level'>[]): FindingCounts {
  const count = (of: (finding: Pick<Finding, 'rule' | 'level'>) => boolean): number => findings.filter(of).length;
  const rules = reviewRuleIds.map((id) => [id, count(({ rule }) => rule === id)] as const).filter(([, found]) => found > 0);
  return {
    levels: {
      error: count(({ level }) => level === 'error'),
      warn: count(({ level }) => level === 'warn'),
      info: count(({ level }) => level === 'info'),
    },
    rules: Object.fromEntries(rules),
  };
}
