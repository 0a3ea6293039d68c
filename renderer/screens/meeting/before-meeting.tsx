/** Before the meeting: who facilitates, how long it takes, and how the time is shared among its parts. */
import { useState } from 'react';
import { canonicalPerson, personName } from '../../../shared/incident/names.ts';
import type { IncidentView } from '../../../shared/incident/view.ts';
import { type AgendaItem, agendaLength, agendaOf, usualMeeting } from '../../../shared/postmortem/meeting/agenda.ts';
import { useRunCommand } from '../../bridge/run-command.ts';
import { useSession } from '../../bridge/use-session.ts';
import { Button } from '../../components/button/button.tsx';
import { Choice } from '../../components/choice/choice.tsx';
import { announce } from '../../components/live-region/announce.ts';
import { Notice } from '../../components/notice/notice.tsx';
import { useActions } from '../../components/palette/actions.ts';
import { Section } from '../../components/section/section.tsx';
import styles from './meeting.module.css';
import { MeetingHead } from './meeting-head.tsx';

const lengths = ['30', '45', '60', '90'].map((value) => ({ value, says: `${value} min` }));
/** As `meeting.begin` has it: a day. */
const mostMinutes = 1440;

export function BeforeMeeting({ view }: { readonly view: IncidentView }) {
  const { run, fault } = useRunCommand(view.id);
  const { session } = useSession();
  const again = view.meetings.length > 0;
  const [minutes, setMinutes] = useState<readonly AgendaItem[]>(() => agendaOf(usualMeeting));
  const [facilitator, setFacilitator] = useState('');
  const agenda = minutes.filter((item) => item.minutes > 0);
  const whyNot = agenda.length === 0 ? 'No part has a minute.' : undefined;
  const begin = async () => {
    if (whyNot !== undefined) return announce(whyNot);
    await run({ type: 'meeting.begin', agenda: [...agenda], ...(facilitator !== '' && { facilitator }) });
  };
  useActions(() => [
    {
      id: 'meeting.begin',
      name: 'Begin the meeting',
      group: 'Meeting',
      chords: ['Alt+B'],
      ...(whyNot === undefined ? {} : { unavailable: whyNot }),
      run: () => void begin(),
    },
  ]);
  return (
    <>
      {again ? null : <MeetingHead view={view} />}
      <Section title={again ? 'Another meeting' : 'Before it begins'} aside={`${agendaLength(agenda)} min in all`}>
        <form
          className={styles.plan}
          onSubmit={(event) => {
            event.preventDefault();
            void begin();
          }}
        >
          <p className={styles.quiet}>
            Everybody who opens this incident on a console that shares its log sees the same part and the same clocks. What is decided here
            is written into the log as it is said.
          </p>
          <Facilitator view={view} self={session?.person} value={facilitator} onChange={setFacilitator} />
          <Choice
            label="Length"
            options={lengths}
            value={String(agendaLength(agenda))}
            onChange={(value) => setMinutes(agendaOf(Number(value)))}
          />
          <table className={styles.agenda}>
            <caption>Agenda</caption>
            <thead>
              <tr>
                <th scope="col">Part</th>
                <th scope="col">Minutes</th>
              </tr>
            </thead>
            <tbody>
              {minutes.map((item, at) => (
                <tr key={item.part}>
                  <th scope="row">{item.says}</th>
                  <td>
                    <input
                      type="number"
                      inputMode="numeric"
                      min={0}
                      max={mostMinutes}
                      aria-label={`Minutes for: ${item.says}`}
                      value={item.minutes}
                      onChange={(event) => setMinutes(minutes.with(at, { ...item, minutes: readMinutes(event.target.value) }))}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.quiet}>A part with 0 minutes is left out.</p>
          {fault === undefined ? null : <Notice tone="broken" title={fault.message} />}
          <div className={styles.ways}>
            <Button type="submit" look="main" keys="Alt+B" unavailable={whyNot}>
              Begin the meeting
            </Button>
          </div>
        </form>
      </Section>
    </>
  );
}

function readMinutes(text: string): number {
  const read = Math.floor(Number(text));
  return Number.isFinite(read) ? Math.min(mostMinutes, Math.max(0, read)) : 0;
}

interface FacilitatorProps {
  readonly view: IncidentView;
  readonly self: string | undefined;
  readonly value: string;
  readonly onChange: (person: string) => void;
}

/** Somebody who had no part in it sees more (design: checklist C17). */
function Facilitator({ view, self, value, onChange }: FacilitatorProps) {
  const known = Object.values(view.people).filter(({ kind, sameAs, name }) => kind === 'person' && sameAs === undefined && name !== null);
  const me = self === undefined ? undefined : canonicalPerson(view, self);
  return (
    <label className={styles.facilitator}>
      <span>Facilitator</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">not said</option>
        {me === undefined ? null : <option value={me}>me</option>}
        {known
          .filter(({ id }) => id !== me)
          .map(({ id }) => (
            <option key={id} value={id}>
              {personName(view, id)}
            </option>
          ))}
      </select>
      <span className={styles.quiet}>best somebody who had no part in it</span>
    </label>
  );
}
