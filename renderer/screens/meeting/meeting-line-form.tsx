/** Where a meeting writes into the log: a decision, a follow-up, a question to look into, a note, thanks. */
import { useEffect, useState } from 'react';
import type { CommandDraft } from '../../../shared/incident/commands.ts';
import { lineContextOf } from '../../../shared/incident/log-line/line-context.ts';
import { parseLine } from '../../../shared/incident/log-line.ts';
import type { MeetingView } from '../../../shared/incident/review-view.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { vagueIn } from '../../../shared/postmortem/follow-ups/vague.ts';
import { type MeetingLine, meetingLines, meetingTags } from '../../../shared/postmortem/meeting/walk.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { useRunCommand } from '../../bridge/run-command.ts';
import { useSession } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { Choice } from '../../components/choice/choice.tsx';
import { TextField } from '../../components/field/text-field.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { useActions } from '../../components/palette/actions.ts';
import { keepMeetingText, readMeetingText } from './kept-place.ts';
import { lineWords } from './logged-list.tsx';
import styles from './meeting.module.css';

interface MeetingLineFormProps {
  readonly view: IncidentView;
  readonly meeting: MeetingView;
  readonly part: string;
}

const choices = meetingLines.map((value, at) => ({ value, says: lineWords[value], meaning: `Alt ${at + 1}` }));
const fieldId = 'meeting-line';

/** What each part is mostly about. */
const usualLine = (part: string): MeetingLine => {
  if (part === 'follow-ups') return 'followUp';
  if (part === 'thanks') return 'thanks';
  return part === 'timeline' ? 'opportunity' : 'note';
};

const placeholders: Readonly<Record<MeetingLine, string>> = {
  decision: 'What was decided',
  followUp: '#detect @ada +7d Add an alert on …',
  opportunity: 'What should somebody find out?',
  note: 'What was said',
  thanks: 'Whom, and what for',
};

export function MeetingLineForm({ view, meeting, part }: MeetingLineFormProps) {
  const { run, fault } = useRunCommand(view.id);
  const { session } = useSession();
  const [line, setLine] = useState<MeetingLine>(usualLine(part));
  const [text, setText] = useState(() => readMeetingText(sessionStorage, meeting.id));
  const [says, setSays] = useState<string | undefined>();
  useEffect(() => setLine(usualLine(part)), [part]);
  useEffect(() => keepMeetingText(sessionStorage, meeting.id, text), [meeting.id, text]);
  const choose = (chosen: MeetingLine) => {
    setSays(undefined);
    setLine(chosen);
    document.getElementById(fieldId)?.focus();
  };
  const write = async () => {
    const self = { self: session?.person ?? '', name: session?.name ?? '' };
    const draft = draftOf(line, text, (typed) => parseLine(`/f ${typed}`, lineContextOf(view, { now: Date.now(), ...self })));
    if (!draft.ok) return setSays(draft.error);
    // What is typed while it is on its way is the next line.
    setText('');
    setSays(undefined);
    const answer = await run(draft.value);
    if (!answer.ok) return setText((since) => [text, since].filter(Boolean).join(' '));
    announce(`Written down as ${lineWords[line]}.`);
    setSays(adviceOn(draft.value));
  };
  useActions(() =>
    meetingLines.map((value, at) => ({
      id: `meeting.line.${value}`,
      name: `Write a ${lineWords[value]}`,
      group: 'Meeting',
      chords: [`Alt+${at + 1}`],
      run: () => choose(value),
    })),
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <Choice label="Write a" options={choices} value={line} onChange={choose} />
      <div className={styles.line}>
        <TextField
          id={fieldId}
          label={`Text of the ${lineWords[line]}`}
          labelling="hidden"
          placeholder={placeholders[line]}
          value={text}
          onChange={setText}
          maxLength={20_000}
          autoFocus
        />
        <Button type="submit" look="main">
          Write it down
        </Button>
      </div>
      {says === undefined ? null : <p className={styles.advice}>{says}</p>}
      {fault === undefined ? null : <Notice tone="broken" title={fault.message} />}
    </form>
  );
}

function draftOf(
  line: MeetingLine,
  typed: string,
  readFollowUp: (typed: string) => ReturnType<typeof parseLine>,
): Result<CommandDraft, string> {
  const text = typed.trim();
  if (text === '') return err('There is nothing to write down yet.');
  if (line === 'followUp') {
    const read = readFollowUp(text);
    if (read.kind === 'command') return ok(read.draft);
    return err(read.kind === 'fault' ? `${read.message}. Here belongs ${read.expected}.` : 'A follow-up needs a text.');
  }
  if (line === 'decision') return ok({ type: 'entry.add', kind: 'decision', text });
  if (line === 'opportunity') return ok({ type: 'entry.add', kind: 'question', text, starred: true, tags: [meetingTags.opportunity] });
  return ok({ type: 'entry.add', kind: 'note', text, ...(line === 'thanks' && { tags: [meetingTags.thanks] }) });
}

/** A vague follow-up is in the log all the same; what would make it plain is said once. */
function adviceOn(draft: CommandDraft): string | undefined {
  if (draft.type !== 'followUp.add') return undefined;
  const found = vagueIn(draft);
  return found.length === 0 ? undefined : `It is noted. ${found.map(({ says, ask }) => `${says}: ${ask}`).join(' ')}`;
}
