/** What holds for every review meeting, however it went. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agendaLength, agendaOf, longestMeeting, shortestMeeting } from '../../shared/postmortem/meeting/agenda.ts';
import { meetingProgress } from '../../shared/postmortem/meeting/progress.ts';
import { declared, minute } from '../fixtures/paper-console.ts';

const parts = agendaOf(60).map(({ part }) => part);

test('the parts of an agenda sum to its length, each has a minute, and none has more than the timeline', () => {
  fc.assert(
    fc.property(fc.integer({ min: shortestMeeting, max: longestMeeting }), (minutes) => {
      const agenda = agendaOf(minutes);
      expect(agendaLength(agenda)).toBe(minutes);
      const timeline = agenda.find(({ part }) => part === 'timeline')?.minutes ?? 0;
      for (const item of agenda) {
        expect(Number.isInteger(item.minutes) && item.minutes >= 1).toBe(true);
        expect(item.minutes).toBeLessThanOrEqual(timeline);
      }
    }),
  );
});

test('the times spent in the parts sum to the time since the beginning, whatever way the meeting took and whatever the clock did', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom(...parts), fc.integer({ min: -20, max: 60 })), { maxLength: 12 });
  fc.assert(
    fc.property(steps, fc.integer({ min: -30, max: 600 }), fc.boolean(), (walked, after, ends) => {
      const console = declared(2);
      console.does({ type: 'meeting.begin', agenda: [...agendaOf(60)] });
      const id = console.view.meetings[0]?.id ?? '';
      for (const [part, minutes] of walked) {
        console.now += minutes * minute;
        console.does({ type: 'meeting.move', meeting: id, part });
      }
      console.now += after * minute;
      if (ends) console.does({ type: 'meeting.end', meeting: id });
      const meeting = console.view.meetings[0];
      if (!meeting) throw new Error('no meeting');
      const progress = meetingProgress(meeting, console.now);
      expect(progress.parts.reduce((sum, { spent }) => sum + spent, 0)).toBe(progress.elapsed);
      for (const { spent } of progress.parts) expect(spent).toBeGreaterThanOrEqual(0);
      expect(progress.current === undefined).toBe(ends);
    }),
  );
});
