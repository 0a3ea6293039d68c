/** The events that commands of the review would make. */
import { err, ok, type Result } from '../../result.ts';
import type { Command } from '../commands.ts';
import { type Draft, fact, given, missing } from '../draft.ts';
import { personName } from '../names.ts';
import { notFromHere, type Refusal } from '../refusal.ts';
import type { IncidentView } from '../view.ts';

type SectionCommand = Command<'section.write' | 'section.clear'>;
type MeetingCommand = Command<'meeting.begin' | 'meeting.move' | 'meeting.end'>;
export type ReviewCommand = SectionCommand | MeetingCommand;

/** The events of the command, in the order in which the log gets them. */
export function reviewCandidates(view: IncidentView, command: ReviewCommand): Result<readonly Draft[], Refusal> {
  switch (command.type) {
    case 'section.write':
    case 'section.clear':
      return sectionCandidates(view, command);
    case 'meeting.begin': {
      const running = view.meetings.find(({ state }) => state === 'running');
      if (running) return err(notFromHere('a review meeting is under way; end it first'));
      if (new Set(command.agenda.map(({ part }) => part)).size < command.agenda.length)
        return err(notFromHere('two parts of the agenda have one name'));
      return ok([fact('meeting.begun', { agenda: command.agenda, ...given({ facilitator: command.facilitator }) })]);
    }
    case 'meeting.move': {
      const meeting = view.meetings.find(({ id }) => id === command.meeting);
      if (!meeting) return err(missing('this meeting'));
      if (!meeting.agenda.some(({ part }) => part === command.part)) return err(missing('such a part of the agenda'));
      return ok([{ ...fact('meeting.moved', { meeting: meeting.id, part: command.part }), judged: true }]);
    }
    case 'meeting.end':
      if (!view.meetings.some(({ id }) => id === command.meeting)) return err(missing('this meeting'));
      return ok([{ ...fact('meeting.ended', { meeting: command.meeting }), judged: true }]);
  }
}

/** Two people may write one section: whoever saves second sees what the first wrote, and nothing is lost. */
function sectionCandidates(view: IncidentView, command: SectionCommand): Result<readonly Draft[], Refusal> {
  const now = view.sections[command.section];
  if (command.after !== undefined && now?.event !== command.after) {
    return err(
      notFromHere(
        now ? `${personName(view, now.by)} has written this section since; look at theirs first` : 'this section was cleared since',
      ),
    );
  }
  if (command.type === 'section.clear') {
    return now ? ok([fact('section.cleared', { section: command.section })]) : err(notFromHere('nobody has written this section'));
  }
  const { section, text, generated, template, basis } = command;
  return ok([fact('section.written', { section, text, generated, template, ...given({ basis }) })]);
}
