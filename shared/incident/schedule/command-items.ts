/** What falls due in command and on the incident's way: an offer of command, relief, a pause, the decision of triage, whether to raise the severity, the quiet time after a mitigation. */
import { isOpenPhase } from '../../vocabulary/words.ts';
import { clocksRun } from '../cadence-plan.ts';
import { personName } from '../names.ts';
import { commanderOf } from '../people/presence.ts';
import { reliefTimes, silentUntil } from '../people/relief.ts';
import { assumedPlaybook } from '../playbook-of.ts';
import { mention } from '../prompts/prompt.ts';
import { escalationAt } from '../prompts/severity-prompts.ts';
import { soakEndsAt } from '../requirements.ts';
import type { IncidentView } from '../view.ts';
import { type ScheduleItem, standingAt, standingOfChance, whose } from './schedule-item.ts';

const minute = 60_000;

/** Of an open incident; of one that sleeps, no more than what it wakes by and what was agreed. */
export function commandItems(view: IncidentView, now: number): readonly ScheduleItem[] {
  if (!isOpenPhase(view.phase)) return [];
  const always = [...handoffItem(view, now), ...pauseItem(view, now), ...plannedRelief(view, now)];
  if (!clocksRun(view)) return always;
  return [...always, ...triageItem(view, now), ...reliefItem(view, now), ...escalateItem(view, now), ...soakItem(view, now)];
}

function handoffItem(view: IncidentView, now: number): readonly ScheduleItem[] {
  const { handoff } = view;
  if (handoff === undefined || view.command !== 'offered') return [];
  const { offer, to, expiresAt: at } = handoff;
  const answers = [
    { says: 'read back', key: '/readback ' },
    { says: 'decline', key: '/nohandoff ' },
  ];
  const says = `offer of command to ${personName(view, to)} expires`;
  return [{ id: `handoff/${offer}`, at, kind: 'handoff', says, standing: standingAt(view, at, now), ...whose(view, to), answers }];
}

function pauseItem(view: IncidentView, now: number): readonly ScheduleItem[] {
  const { pause } = view;
  if (view.phase !== 'paused' || pause === undefined) return [];
  const { until: at, watcher, event } = pause;
  const standing = standingAt(view, at, now);
  const answers = [{ says: 'wake', key: '/wake ' }];
  return [{ id: `pause/${event}`, at, kind: 'pause', says: 'the pause ends', standing, ...whose(view, watcher), answers }];
}

function plannedRelief(view: IncidentView, now: number): readonly ScheduleItem[] {
  const { relief } = view;
  if (relief === undefined) return [];
  const { person, from: at, event } = relief;
  const answers = [
    { says: 'hand over', key: `/handoff ${mention(view, person)}` },
    { says: 'plan it anew', key: '/relief ' },
  ];
  const says = `${personName(view, person)} takes over command, as planned`;
  return [{ id: `relief/${event}`, at, kind: 'relief', says, standing: standingAt(view, at, now), ...whose(view, person), answers }];
}

/** Without a plan: when the commander has had enough, or, where nobody is available, when it is asked again. */
function reliefItem(view: IncidentView, now: number): readonly ScheduleItem[] {
  const times = reliefTimes(view);
  const commander = commanderOf(view);
  if (view.relief !== undefined || times === undefined || commander === undefined) return [];
  const at = Math.max(times.soft, silentUntil(view, times.hard));
  const answers = [
    { says: 'plan it', key: '/relief ' },
    { says: 'nobody available', key: '/norelief ' },
  ];
  const says = `relief for ${personName(view, commander)}, who commands`;
  const standing = at >= times.hard ? standingAt(view, at, now) : standingOfChance(view, at, now);
  return [{ id: 'relief', at, kind: 'relief', says, standing, ...whose(view, commander), answers }];
}

function triageItem(view: IncidentView, now: number): readonly ScheduleItem[] {
  if (view.phase !== 'triage' || view.declaredAt === undefined) return [];
  const at = view.declaredAt + assumedPlaybook(view).triageDecisionMinutes * minute;
  const answers = [
    { says: 'it is', key: view.severity === undefined ? '/sev ' : '/accept' },
    { says: 'decline', key: '/decline ' },
  ];
  const standing = standingAt(view, at, now);
  const mine = whose(view, view.roles.commander?.holder);
  return [{ id: 'triage', at, kind: 'triage', says: 'is this an incident? Decide', standing, ...mine, answers }];
}

/** Asked while nothing has eased it, from when the severity was set or confirmed. */
function escalateItem(view: IncidentView, now: number): readonly ScheduleItem[] {
  const { severity } = view;
  const at = escalationAt(view);
  const escalate = severity === undefined ? undefined : assumedPlaybook(view).severities[severity].escalate;
  if (at === undefined || severity === undefined || escalate === undefined) return [];
  const raise = severity === 1 ? [] : [{ says: 'raise', key: `/sev ${severity - 1} ` }];
  const answers = [...raise, { says: 'keep', key: `/sev ${severity} ` }];
  const mine = whose(view, view.roles.commander?.holder);
  return [{ id: 'escalate', at, kind: 'escalate', says: escalate.asks, standing: standingOfChance(view, at, now), ...mine, answers }];
}

function soakItem(view: IncidentView, now: number): readonly ScheduleItem[] {
  const at = soakEndsAt(view);
  if (view.phase !== 'monitoring' || at === undefined) return [];
  const answers = [
    { says: 'resolve', key: '/res' },
    { says: 'impact is back', key: '/regress ' },
  ];
  const mine = whose(view, view.roles.commander?.holder);
  return [
    { id: 'soak', at, kind: 'soak', says: 'quiet long enough to resolve', standing: standingOfChance(view, at, now), ...mine, answers },
  ];
}
