/** Review meetings: the agenda, the clocks of its parts, the walk through the timeline, and what was written down. */
import { describe, expect, test } from 'vitest';
import { keepMeetingText, keepWalkPlace, readMeetingText, readWalkPlace } from '../../renderer/screens/meeting/kept-place.ts';
import { partWords } from '../../renderer/screens/meeting/part-words.ts';
import { knownAt } from '../../shared/incident/known-at.ts';
import { nextStep } from '../../shared/incident/next-step.ts';
import type { MeetingView } from '../../shared/incident/review-view.ts';
import { agendaLength, agendaOf, guideOf, meetingParts } from '../../shared/postmortem/meeting/agenda.ts';
import { lastMeeting, meetingProgress, runningMeeting } from '../../shared/postmortem/meeting/progress.ts';
import { questionsFor } from '../../shared/postmortem/meeting/questions.ts';
import { knownThen, loggedIn, loggedWords, walkOf } from '../../shared/postmortem/meeting/walk.ts';
import { entryKinds } from '../../shared/vocabulary/words.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';

const running = (console: PaperConsole): MeetingView => {
  const meeting = runningMeeting(console.view);
  if (!meeting) throw new Error('no meeting runs');
  return meeting;
};
const begin = (console: PaperConsole, minutes = 60) =>
  console.does({ type: 'meeting.begin', facilitator: console.actor.id, agenda: [...agendaOf(minutes)] });
const move = (console: PaperConsole, part: string) => console.does({ type: 'meeting.move', meeting: running(console).id, part });

describe('the usual agenda', () => {
  test('gives most of the hour to the timeline and ends with thanks', () => {
    expect(agendaOf(60).map(({ part, minutes }) => [part, minutes])).toEqual([
      ['ground-rules', 4],
      ['timeline', 38],
      ['looking-back', 8],
      ['follow-ups', 6],
      ['thanks', 4],
    ]);
  });

  test('is never shorter than a minute a part, nor longer than a working day', () => {
    expect(agendaOf(0).map(({ minutes }) => minutes)).toEqual([1, 1, 1, 1, 1]);
    expect(agendaLength(agendaOf(10_000))).toBe(480);
  });

  test('has words of guidance for each of its parts, and none for a part that another console made up', () => {
    for (const part of meetingParts) expect(guideOf(part).length).toBeGreaterThan(0);
    expect(guideOf('lunch')).toEqual([]);
  });
});

describe('the clock of a part', () => {
  test('is within its time, then nearly over, then over', () => {
    const console = declared(2);
    begin(console);
    const standing = (minutes: number) => meetingProgress(running(console), console.now + minutes * minute).current?.standing;
    expect([0, 2.9, 3, 3.9, 4, 9].map(standing)).toEqual(['within', 'within', 'nearlyOver', 'nearlyOver', 'over', 'over']);
  });

  test('goes on where it was when the meeting comes back to a part', () => {
    const console = declared(2);
    begin(console);
    console.now += 2 * minute;
    move(console, 'timeline');
    console.now += 10 * minute;
    move(console, 'ground-rules');
    console.now += 3 * minute;
    const progress = meetingProgress(running(console), console.now);
    expect(progress.current).toMatchObject({ part: 'ground-rules', spent: 5 * minute, left: -1 * minute, standing: 'over' });
    expect(progress.parts[1]).toMatchObject({ standing: 'left', spent: 10 * minute });
    expect(progress.parts[2]).toMatchObject({ standing: 'ahead', spent: 0 });
    expect(progress).toMatchObject({ elapsed: 15 * minute, left: 45 * minute, next: { part: 'timeline' } });
    expect(progress.previous).toBeUndefined();
  });

  test('stands still once the meeting ended, and a night of sleep is counted only while it goes on', () => {
    const console = declared(2);
    begin(console);
    console.now += 8 * 60 * minute;
    expect(meetingProgress(running(console), console.now).current?.standing).toBe('over');
    console.does({ type: 'meeting.end', meeting: running(console).id });
    expect(runningMeeting(console.view)).toBeUndefined();
    const ended = lastMeeting(console.view);
    expect(ended && meetingProgress(ended, console.now + 100 * minute)).toMatchObject({ elapsed: 8 * 60 * minute });
    expect(ended && meetingProgress(ended, console.now).current).toBeUndefined();
  });

  test('never counts below nothing where clocks went back', () => {
    const console = declared(2);
    begin(console);
    console.now += 5 * minute;
    move(console, 'timeline');
    console.now -= 30 * minute;
    move(console, 'looking-back');
    const progress = meetingProgress(running(console), console.now);
    expect(progress.parts.map(({ spent }) => spent)).toEqual([5 * minute, 0, 0, 0, 0]);
    expect(progress.elapsed).toBe(5 * minute);
  });
});

test('every question begins with how or what, and none asks why', () => {
  for (const kind of entryKinds) {
    const asked = questionsFor({ kind, tags: ['misled', 'lucky'], backdated: true });
    expect(asked.length).toBeGreaterThanOrEqual(8);
    expect(new Set(asked).size).toBe(asked.length);
    for (const question of asked) expect(question).toMatch(/^(?:How|What) (?!.*\bwhy\b).*\?$/);
  }
  expect(questionsFor({ kind: 'action', tags: [], backdated: false })).toHaveLength(4);
});

describe('the walk', () => {
  function night(): PaperConsole {
    const console = declared(1);
    const step = (draft: Parameters<PaperConsole['does']>[0]) => {
      console.now += minute;
      console.does(draft);
    };
    step({ type: 'role.assume', role: 'commander' });
    step({ type: 'entry.add', kind: 'note', text: 'errors rise' });
    step({ type: 'hypothesis.open', text: 'deploy 88' });
    step({ type: 'entry.add', kind: 'action', text: 'roll back 88' });
    step({ type: 'summary.set', text: 'Checkout fails since 88.' });
    step({ type: 'entry.add', kind: 'note', text: 'error rate falls', starred: true });
    return console;
  }

  test('goes over starred entries or over all of them, and never over the review itself or hidden texts', () => {
    const console = night();
    const secret = console.run({ type: 'entry.add', kind: 'note', text: 'the password', starred: true });
    console.does({ type: 'entry.redact', entry: secret.ok ? (secret.value[0]?.id ?? '') : '', reason: 'a secret' });
    begin(console);
    console.now += minute;
    console.does({ type: 'entry.add', kind: 'decision', text: 'said in the meeting' });
    const texts = (over: 'starred' | 'all') => walkOf(console.view, over).map(({ text }) => text);
    expect(texts('starred')).toEqual(expect.arrayContaining(['roll back 88', 'error rate falls']));
    expect(texts('starred')).not.toContain('errors rise');
    expect(texts('all')).toContain('errors rise');
    for (const text of ['Text hidden', 'said in the meeting', 'Review meeting begun, facilitated by Kim'])
      expect(texts('all')).not.toContain(text);
  });

  test('shows what was known then, and not what was written later', () => {
    const console = night();
    const action = walkOf(console.view, 'all').find(({ text }) => text === 'roll back 88');
    const then = knownThen(knownAt(console.incidentId, console.events, action?.occurredAt ?? 0).view);
    expect(then).toMatchObject({ inCommand: 'Kim', hypotheses: [{ label: 'h1', text: 'deploy 88' }], here: [] });
    expect(then.summary).toBeUndefined();
    expect(knownThen(console.view).summary).toBe('Checkout fails since 88.');
    const before = knownThen(knownAt(console.incidentId, console.events, (action?.occurredAt ?? 0) - 3 * minute).view);
    expect(before.hypotheses).toEqual([]);
    expect(before.inCommand).toBe('Kim');
  });
});

test('what a meeting wrote down is told by kind, and what came before or after is not', () => {
  const console = declared(2);
  console.does({ type: 'entry.add', kind: 'decision', text: 'before' });
  console.now += minute;
  begin(console);
  console.now += minute;
  console.does({ type: 'entry.add', kind: 'decision', text: 'no deploys on Fridays' });
  console.does({ type: 'followUp.add', text: 'Alert on lag' });
  console.does({ type: 'followUp.add', text: 'Test the restore' });
  console.does({ type: 'entry.add', kind: 'question', text: 'how long is the queue?', starred: true, tags: ['opportunity'] });
  console.does({ type: 'entry.add', kind: 'note', text: 'Ada stayed all night', tags: ['thanks'] });
  console.now += minute;
  console.does({ type: 'meeting.end', meeting: running(console).id });
  console.now += minute;
  console.does({ type: 'entry.add', kind: 'note', text: 'after' });
  const ended = lastMeeting(console.view);
  const logged = ended ? loggedIn(console.view, ended, console.now) : [];
  expect(logged.map(({ line, text }) => [line, text])).toEqual([
    ['decision', 'no deploys on Fridays'],
    ['followUp', 'Alert on lag'],
    ['followUp', 'Test the restore'],
    ['opportunity', 'how long is the queue?'],
    ['thanks', 'Ada stayed all night'],
  ]);
  expect(loggedWords(logged)).toBe('1 decision, 2 follow-ups, 1 question to look into, 1 word of thanks');
  expect(loggedWords([])).toBe('nothing');
});

test('the next step of a review offers the meeting, then joining it, and nothing of it once one was held', () => {
  const console = declared(2);
  console.does({ type: 'review.start', override: { reason: 'a test begins here' } });
  const offer = () => nextStep(console.view, console.now).also;
  expect(offer()).toEqual({ says: 'hold the review meeting', key: '/meeting' });
  begin(console);
  expect(offer()).toEqual({ says: 'join the review meeting', key: '/meeting' });
  console.does({ type: 'meeting.end', meeting: running(console).id });
  expect(offer()).toBeUndefined();
});

test('the walk and a text that was not written yet are where they were after a reload, and a full storage costs no more than that', () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  expect(readWalkPlace(storage, 'm1')).toEqual({ over: 'starred' });
  keepWalkPlace(storage, 'm1', { over: 'all', entry: 'e7' });
  expect(readWalkPlace(storage, 'm1')).toEqual({ over: 'all', entry: 'e7' });
  expect(readWalkPlace(storage, 'm2')).toEqual({ over: 'starred' });
  keepMeetingText(storage, 'm1', 'half a sen');
  expect(readMeetingText(storage, 'm1')).toBe('half a sen');
  const full = {
    setItem: () => {
      throw new DOMException('no room', 'QuotaExceededError');
    },
  };
  expect(() => keepMeetingText(full, 'm1', 'x')).not.toThrow();
});

test('a clock says in words whether a part is ahead, within its time, nearly over or over', () => {
  const part = { part: 'timeline', says: 'Walk', minutes: 38, spent: 2 * minute };
  expect(partWords({ ...part, standing: 'ahead', left: 38 * minute })).toBe('38 min');
  expect(partWords({ ...part, standing: 'within', left: 36 * minute })).toBe('36:00 left');
  expect(partWords({ ...part, standing: 'nearlyOver', left: 40_000 })).toBe('0:40 left, nearly over');
  expect(partWords({ ...part, standing: 'over', left: -70_000 })).toBe('1:10 over');
  expect(partWords({ ...part, standing: 'left', left: 0 })).toBe('2:00 of 38 min');
});
