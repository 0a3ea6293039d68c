/** From a command to the events that it would make, before anything is judged. */
import { err, ok, type Result } from '../result.ts';
import type { Audience } from '../vocabulary/words.ts';
import { intervalOf } from './cadence-plan.ts';
import { peopleCommands } from './catalogue/people.ts';
import { workCommands } from './catalogue/work.ts';
import { checklistCandidates } from './checklists/checklist-candidates.ts';
import type { Command } from './commands.ts';
import type { DecideContext } from './decide-context.ts';
import { type Draft, fact, given, missing, transition } from './draft.ts';
import { adopting, amending, declaration, grading } from './grading.ts';
import { deadlineBarred } from './hand-deadline.ts';
import { nextLabel } from './labels.ts';
import { canonicalPerson, personName } from './names.ts';
import { type PeopleCommand, peopleCandidates } from './people/people-candidates.ts';
import { sawWhenGiving, settling } from './people/role-conflicts.ts';
import { strangeRole } from './people/role-order.ts';
import { assumedPlaybook } from './playbook-of.ts';
import { notFromHere, type Refusal } from './refusal.ts';
import { reviewCandidates } from './review/review-candidates.ts';
import { reviewDueAt } from './review-due.ts';
import { strangeAnswer } from './severity/answers.ts';
import { pausing } from './situation/pausing.ts';
import { type SituationCommand, situationCandidates } from './situation/situation-candidates.ts';
import { updateCandidates } from './updates/update-candidates.ts';
import type { IncidentView } from './view.ts';
import { type WorkCommand, workCandidates } from './work/work-candidates.ts';

const minute = 60_000;

/** The events of a command, in the order in which the log gets them. */
export function candidates(view: IncidentView, command: Command, context: DecideContext): Result<readonly Draft[], Refusal> {
  switch (command.type) {
    case 'incident.declare':
      return ok(declaration(command, context));
    case 'incident.accept':
      return ok([transition('incident.accepted', command)]);
    case 'incident.decline':
      return ok([transition('incident.declined', command)]);
    case 'incident.markFalseAlarm':
      return ok([transition('incident.markedFalseAlarm', command), fixTheAlert(view)]);
    case 'incident.cancel':
      return ok([transition('incident.cancelled', command)]);
    case 'incident.reopen':
      return ok([transition('incident.reopened', command)]);
    case 'fix.start':
      return ok([transition('fix.started', command)]);
    case 'fix.stop':
      return ok([transition('fix.stopped', command)]);
    case 'mitigation.record':
      return ok([
        transition('mitigation.recorded', command, {
          ...given({ evidence: command.evidence, entry: command.entry }),
          relief: command.relief ?? 'full',
        }),
      ]);
    case 'regression.record':
      return ok([transition('regression.recorded', command)]);
    case 'incident.resolve':
      return ok([transition('incident.resolved', command)]);
    case 'review.start':
      return ok([transition('review.started', command, reviewBody(view, command, context))]);
    case 'incident.close':
      return ok([transition('incident.closed', command)]);
    case 'incident.pause':
      return ok(pausing(view, command, context));
    case 'incident.wake':
      return ok([transition('incident.woken', command)]);
    case 'severity.set': {
      const strange = strangeAnswer(assumedPlaybook(view), command.answers);
      return strange === undefined ? ok(grading(view, command)) : err(strange);
    }
    case 'impact.describe':
      return ok([fact('impact.described', { text: command.text })]);
    case 'milestone.set':
      return ok([milestone(command)]);
    case 'incident.amend':
      return ok(amending(view, command));
    case 'role.assign':
      return giving(view, command, 'role.assigned', command.person);
    case 'role.assume':
      return giving(view, command, 'role.assumed', command.by ?? context.actor.id);
    case 'role.release':
      return ok([
        transition('role.released', command, {
          role: command.role,
          ...given({ person: view.roles[command.role]?.holder }),
          ...settling(view, command.role),
        }),
      ]);
    case 'person.add': {
      const id = context.newId();
      return ok([
        { id, ...fact('person.joined', { person: id, name: command.name, ...given({ contact: command.contact, kind: command.kind }) }) },
      ]);
    }
    case 'person.sameAs':
      if (canonicalPerson(view, command.person) === canonicalPerson(view, command.sameAs))
        return err(onePersonAlready(view, command.person));
      return ok([fact('person.sameAs', { person: command.person, sameAs: command.sameAs })]);
    case 'entry.add':
      return ok([entryDraft(view, command)]);
    case 'entry.correct': {
      const { entry, text, kind, occurredAt, endAt, precision, reason } = command;
      return (
        existing(view, entry) ?? ok([fact('entry.corrected', { entry, ...given({ text, kind, occurredAt, endAt, precision, reason }) })])
      );
    }
    case 'entry.redact':
      return existing(view, command.entry) ?? ok([fact('entry.redacted', { entry: command.entry, ...given({ reason: command.reason }) })]);
    case 'entry.star':
      return existing(view, command.entry) ?? ok([fact('entry.starred', { entry: command.entry, starred: command.starred })]);
    case 'summary.set':
      return ok([fact('summary.set', { text: command.text })]);
    case 'cadence.snooze':
      return ok([
        {
          ...fact('cadence.snoozed', {
            audience: command.audience,
            reason: command.reason,
            until: snoozeUntil(view, command.audience, context.now),
          }),
          judged: true,
        },
      ]);
    case 'cadence.setDeadline':
      return (
        deadlineRefused(view, command, context.now) ??
        ok([fact('cadence.deadlineSet', { audience: command.audience, at: command.at, ...given({ says: command.says }) })])
      );
    case 'playbook.adopt':
      return adopting(view, command, context);
    case 'followUp.add': {
      const { text, owner, due, kind } = command;
      return ok([fact('followUp.added', { text, label: `f${view.followUps.length + 1}`, ...given({ owner, due, kind }) })]);
    }
    case 'followUp.amend': {
      const { followUp, text, owner, due, kind, wontDo, state, link } = command;
      if (!view.followUps.some(({ id }) => id === followUp)) return err(missing('such a follow-up'));
      return ok([fact('followUp.amended', { followUp, ...given({ text, owner, due, kind, wontDo, state, link }) })]);
    }
    case 'postmortem.export': {
      const { template, format, anonymous, published } = command;
      return ok([fact('postmortem.exported', { template, format, ...given({ anonymous, published }) })]);
    }
    case 'entry.tag':
      return existing(view, command.entry) ?? ok([fact('entry.tagged', { entry: command.entry, tags: command.tags })]);
    case 'section.write':
    case 'section.clear':
    case 'meeting.begin':
    case 'meeting.move':
    case 'meeting.end':
      return reviewCandidates(view, command);
    case 'update.send':
    case 'update.draft':
    case 'update.redraft':
    case 'update.approve':
    case 'update.discard':
    case 'delivery.settle':
      return updateCandidates(view, command, context);
    case 'checklist.open':
    case 'checklist.mark':
      return checklistCandidates(view, command);
    default:
      return thingCandidates(view, command, context);
  }
}

/** Commands of the things with a life of their own. */
function thingCandidates(
  view: IncidentView,
  command: WorkCommand | PeopleCommand | SituationCommand,
  context: DecideContext,
): Result<readonly Draft[], Refusal> {
  if (command.type in workCommands) return workCandidates(view, command as WorkCommand, context);
  if (command.type in peopleCommands) return peopleCandidates(view, command as PeopleCommand, context);
  return situationCandidates(view, command as SituationCommand);
}

function giving(
  view: IncidentView,
  command: Command<'role.assign' | 'role.assume'>,
  type: 'role.assigned' | 'role.assumed',
  person: string,
): Result<readonly Draft[], Refusal> {
  const strange = strangeRole(view, command.role);
  if (strange !== undefined) return err(strange);
  return ok([transition(type, command, { role: command.role, person, ...sawWhenGiving(view, command.role) })]);
}

function onePersonAlready(view: IncidentView, person: string): Refusal {
  return notFromHere(`both are ${personName(view, person)} already`);
}

/** A milestone stands on the timeline where it happened. */
function milestone({ name, at, precision = 'minute', reason }: Command<'milestone.set'>): Draft {
  const set = fact('milestone.set', { name, at, precision, ...given({ reason }) });
  return at === null ? set : { ...set, occurredAt: at, precision };
}

function existing(view: IncidentView, entry: string): Result<never, Refusal> | undefined {
  // From the newest block back: what is corrected or starred was mostly written just now.
  const block = view.items.findLast((items) => items.some((item) => item.id === entry));
  return block ? undefined : err(missing('this entry'));
}

function fixTheAlert(view: IncidentView): Draft {
  return fact('followUp.added', {
    text: 'Fix the alert that called people for nothing',
    kind: 'detect',
    label: `f${view.followUps.length + 1}`,
  });
}

function reviewBody(view: IncidentView, command: Command<'review.start'>, context: DecideContext): Draft['body'] {
  const owner = command.owner ?? view.roles.commander?.holder;
  const dueAt = reviewDueAt(assumedPlaybook(view).severities[view.severity ?? 2].review, command.at ?? context.now, view.zone);
  return { template: command.template ?? 'google-sre', dueAt, ...given({ owner }) };
}

function entryDraft(view: IncidentView, command: Command<'entry.add'>): Draft {
  const { kind, text, owner, starred, tags, occurredAt, endAt, precision } = command;
  const times = given({ occurredAt, endAt, precision: precision ?? (occurredAt === undefined ? undefined : 'minute') });
  // A question is parked under a label until somebody answers it.
  const label = kind === 'question' ? nextLabel('q', view.questions) : undefined;
  return { type: 'entry.added', body: { kind, text, ...given({ owner, starred, tags, label }) }, ...times };
}

/** One that has passed is a slip of the pen: nothing could meet it. */
function deadlineRefused(
  view: IncidentView,
  { at, audience }: Command<'cadence.setDeadline'>,
  now: number,
): Result<never, Refusal> | undefined {
  const refused = (why: string) => err(notFromHere(why));
  const barred = deadlineBarred(view);
  if (barred !== undefined) return refused(barred);
  if (at === null)
    return view.cadences[audience].deadline ? undefined : refused(`no deadline was set for ${audience}. There is nothing to take away`);
  return at > now ? undefined : refused('this time has passed. Give one that is ahead, with its day where it is not today');
}

/** A snooze lasts one interval, 15 minutes at most, from now or from the target, whichever is later (design: lifecycle, SNOOZE). */
function snoozeUntil(view: IncidentView, audience: Audience, now: number): number {
  const length = Math.min(intervalOf(view, audience) ?? 15 * minute, 15 * minute);
  return Math.max(now, view.cadences[audience].target ?? now) + length;
}
