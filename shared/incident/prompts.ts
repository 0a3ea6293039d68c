/** What wants attention now, the most pressing first; one at a time for each person. Nothing here is stored: it is asked of the view and the moment. */
import { isOpenPhase } from '../vocabulary/words.ts';
import { clocksRun } from './cadence-plan.ts';
import { canonicalPerson } from './names.ts';
import { clockPrompts } from './prompts/clock-prompts.ts';
import { commandPrompts, handoverPrompts } from './prompts/command-prompts.ts';
import { type Prompt, type PromptKind, promptKinds } from './prompts/prompt.ts';
import { severityPrompts } from './prompts/severity-prompts.ts';
import { updatePrompts } from './prompts/update-prompts.ts';
import { workPrompts } from './prompts/work-prompts.ts';
import type { IncidentView } from './view.ts';

const tones = ['broken', 'now', 'quiet'] as const satisfies readonly Prompt['tone'][];

/**
 * Everything that asks at `now` (ms since epoch, UTC): what is broken before what waits, what waits before what is worth a thought; then by
 * kind, then the longest first. Of incidents that ended, only a deadline that was set by hand; of those written afterwards, nothing; while one sleeps, only what wakes or is owed.
 */
export function prompts(view: IncidentView, now: number): readonly Prompt[] {
  if (view.mode !== 'live' && view.mode !== 'drill') return [];
  // A deadline that was set by hand outlives the incident's end.
  if (!isOpenPhase(view.phase)) return clockPrompts(view, now);
  const always = [...clockPrompts(view, now), ...handoverPrompts(view, now), ...updatePrompts(view, now)];
  const asked = clocksRun(view)
    ? [...always, ...severityPrompts(view, now), ...commandPrompts(view, now), ...workPrompts(view, now)]
    : always;
  return [...asked].sort(
    (a, b) =>
      tones.indexOf(a.tone) - tones.indexOf(b.tone) ||
      promptKinds.indexOf(a.kind) - promptKinds.indexOf(b.kind) ||
      a.since - b.since ||
      (a.id < b.id ? -1 : 1),
  );
}

/** The one prompt for a person, and how many others wait behind it. `first`: the kinds that they came for, before what is more pressing. */
export function promptFor(
  view: IncidentView,
  now: number,
  person: string,
  first: readonly PromptKind[] = [],
): { readonly prompt: Prompt; readonly others: number } | undefined {
  const self = canonicalPerson(view, person);
  const all = prompts(view, now);
  const mine = all.filter(({ to }) => to === undefined || to === self);
  // Somebody else's too, where they came for it: it was told here because they have no console of their own.
  const wanted = [...mine, ...all].find(({ kind }) => first.includes(kind));
  const prompt = wanted ?? mine[0];
  return prompt && { prompt, others: mine.filter((one) => one !== prompt).length };
}
