/** Follow-ups after the incident: how far they came, when they are overdue, which are vague, and how they are taken along. */
import { describe, expect, test } from 'vitest';
import { filtered, firstFilters, ownersOf } from '../../renderer/screens/follow-ups/filters.ts';
import { overdueFrom, webAddress } from '../../shared/incident/follow-up-standing.ts';
import { timelineOf } from '../../shared/incident/timeline.ts';
import { byDueThenAge, followUpRows, isRowOverdue } from '../../shared/postmortem/follow-ups/follow-up-rows.ts';
import { followUpText } from '../../shared/postmortem/follow-ups/follow-up-texts.ts';
import { vagueIn } from '../../shared/postmortem/follow-ups/vague.ts';
import { draftText } from '../drafting.ts';
import { declared, minute, type PaperConsole } from '../fixtures/paper-console.ts';

const hour = 60 * minute;
const item = (console: PaperConsole, label = 'f1') => {
  const found = console.view.followUps.find((followUp) => followUp.label === label);
  if (!found) throw new Error(label);
  return found;
};
const amend = (console: PaperConsole, fields: object, label = 'f1') =>
  console.does({ type: 'followUp.amend', followUp: item(console, label).id, ...fields });
const row = (console: PaperConsole, label = 'f1') => {
  const found = followUpRows(console.view).find((one) => one.label === label);
  if (!found) throw new Error(label);
  return found;
};
const lastLine = (console: PaperConsole) => timelineOf(console.view).at(-1)?.text;

/** One follow-up of Kim's, due on the day after the night. */
function withOne(): PaperConsole {
  const console = declared(2);
  console.does({ type: 'followUp.add', text: 'Alert on lag over 30 s', owner: console.actor.id, due: '2026-03-30', kind: 'detect' });
  return console;
}

describe('the state of a follow-up', () => {
  test('goes from open to started to done, each since when it was said', () => {
    const console = withOne();
    expect(row(console)).toMatchObject({ standing: 'open', since: item(console).addedAt });
    console.now += hour;
    amend(console, { state: 'started' });
    expect(row(console)).toMatchObject({ standing: 'started', since: console.now });
    console.now += hour;
    amend(console, { state: 'done' });
    expect(row(console)).toMatchObject({ standing: 'done', since: console.now, vague: [] });
  });

  test('of one that was let go is said with the reason, and taken up again it is as before', () => {
    const console = withOne();
    amend(console, { wontDo: 'the service goes away' });
    expect(row(console)).toMatchObject({ standing: 'wontDo', why: 'the service goes away' });
    expect(lastLine(console)).toBe('Follow-up f1 will not be done: the service goes away');
    console.now += hour;
    amend(console, { state: 'open' });
    expect(row(console)).toMatchObject({ standing: 'open', since: console.now });
    expect(row(console)).not.toHaveProperty('why');
    expect(lastLine(console)).toBe('Follow-up f1 is to be done again');
  });

  test('a new owner or day does not change since when it stands as it does', () => {
    const console = withOne();
    const { since } = item(console);
    console.now += hour;
    amend(console, { due: '2026-04-02', link: 'https://tracker.example/1' });
    expect(row(console)).toMatchObject({ since, due: '2026-04-02', link: 'https://tracker.example/1' });
    expect(lastLine(console)).toBe('Follow-up f1 due 2026-04-02, link https://tracker.example/1');
  });

  test('stands in the draft, with the link', () => {
    const console = withOne();
    amend(console, { state: 'started', link: 'https://tracker.example/1' });
    expect(draftText(console.view)).toContain('| started · https\\://tracker.example/1 |');
    amend(console, { wontDo: 'not worth it' });
    expect(draftText(console.view)).toContain('will not be done: not worth it');
  });
});

test('a follow-up is overdue once its day is over in the zone of its incident, on the night when clocks are moved too', () => {
  const console = declared(2);
  console.does({ type: 'followUp.add', text: 'Alert on lag', due: '2026-03-29' });
  const end = Date.parse('2026-03-29T22:00:00Z');
  expect(row(console).overdueFrom).toBe(end);
  expect(isRowOverdue(row(console), end - 1)).toBe(false);
  expect(isRowOverdue(row(console), end)).toBe(true);
  expect(overdueFrom({ state: 'open', due: '2026-03-29' }, 'Pacific/Apia')).toBe(Date.parse('2026-03-29T11:00:00Z'));
  amend(console, { state: 'done' });
  expect(isRowOverdue(row(console), end)).toBe(false);
});

test('in the list of all, what is open stands first, the soonest first, then what has no day by age, then what is over', () => {
  const console = declared(2);
  for (const [text, due] of [
    ['no day', undefined],
    ['later', '2026-05-01'],
    ['over', '2026-01-01'],
    ['soon', '2026-04-01'],
    ['newer', undefined],
  ] as const) {
    console.now += minute;
    console.does({ type: 'followUp.add', text, ...(due === undefined ? {} : { due }) });
  }
  amend(console, { state: 'done' }, 'f3');
  expect(
    followUpRows(console.view)
      .toSorted(byDueThenAge)
      .map(({ text }) => text),
  ).toEqual(['soon', 'later', 'no day', 'newer', 'over']);
});

test('the text of a hidden follow-up is in no list', () => {
  const console = withOne();
  console.does({ type: 'entry.redact', entry: item(console).id, reason: 'a secret' });
  expect(row(console).text).toBe('Text hidden');
});

test('a link that is no address of the web is none', () => {
  expect(webAddress('https://tracker.example/a?b=c#d')).toBe('https://tracker.example/a?b=c#d');
  for (const link of [
    undefined,
    '',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://a b',
    'https://a"onclick=',
    'ftp://a',
    '//a.example',
  ])
    expect(webAddress(link)).toBeUndefined();
});

describe('a vague follow-up', () => {
  const owned = { owner: 'kim', due: '2026-04-01' };
  const kinds = (text: string) => vagueIn({ text, ...owned }).map(({ kind }) => kind);

  test.each([
    ['Be more careful with migrations', ['attitude']],
    ['Pay more attention to the lag', ['attitude']],
    ['Remind everyone of the freeze', ['attitude']],
    ['Investigate', ['openEnded', 'noAct']],
    ['Look into the failed jobs', ['openEnded']],
    ['Improve monitoring', ['openEnded']],
    ['improve the database monitoring', ['openEnded']],
    ['Better alerts', ['openEnded', 'noAct']],
    ['A runbook for rolling back', ['noAct']],
    ['Monitoring', ['noAct']],
    ['Add an alert on lag and document the restore', ['several']],
    ['Write the runbook; test it on staging', ['several']],
    ['Backups:\n- test them\n- store them elsewhere', ['several']],
  ])('%s', (text, found) => {
    expect(kinds(text)).toEqual(found);
  });

  test.each([
    'Add an alert on failed payments per region',
    'Add a page where people look at the queue',
    'Make sure that the restore is tested each night',
    'Alert on replication lag over 30 s',
    'Delete the old and unused table',
    'Drop support for TLS 1.0 and 1.1',
    'Rotate the keys of the payment provider',
    'Document how the restore is tested, with figures',
    'Warnung einbauen, wenn die Warteschlange wächst',
    '支払い失敗のアラートを追加する',
  ])('is not: %s', (text) => {
    expect(kinds(text)).toEqual([]);
  });

  test('is a wish that nobody owns by a day', () => {
    expect(vagueIn({ text: 'Make sure that the restore is tested', due: '2026-04-01' }).map(({ kind }) => kind)).toEqual([
      'noOwner',
      'attitude',
    ]);
  });

  test('lacks an owner, or a day, and each finding asks for what is missing', () => {
    expect(vagueIn({ text: 'Alert on replication lag over 30 s' })).toEqual([
      { kind: 'noOwner', says: 'no owner', ask: 'Who does it?' },
      { kind: 'noDay', says: 'no date', ask: 'Until when?' },
    ]);
  });
});

describe('follow-ups as a document', () => {
  function hostile(): PaperConsole {
    const console = withOne();
    console.does({ type: 'followUp.add', text: '=HYPERLINK("https://evil.example","pay")' });
    console.does({ type: 'followUp.add', text: '<img src=x onerror=alert(1)> [x](javascript:1)\n- [x] done, "really"' });
    amend(console, { state: 'started', link: 'https://tracker.example/1' });
    amend(console, { wontDo: 'not ours' }, 'f3');
    return console;
  }

  test('in CSV, a line for each, and a formula is a text', () => {
    const lines = followUpText('csv', followUpRows(hostile().view)).split('\r\n');
    expect(lines[0]).toBe('incident,title,mode,follow-up,text,kind,owner,due,state,reason,link,added,since');
    expect(lines[1]).toContain(',f1,Alert on lag over 30 s,detect,Kim,2026-03-30,started,,https://tracker.example/1,');
    expect(lines[2]).toContain(`,f2,"'=HYPERLINK(""https://evil.example"",""pay"")",,,,open,,,`);
    expect(lines.at(-1)).toBe('');
  });

  test('in Markdown, a box for each under its incident, and what people wrote makes no markup', () => {
    const text = followUpText('md', followUpRows(hostile().view));
    expect(text).toMatch(/^## \S/);
    expect(text).toContain('- [ ] Alert on lag over 30 s (Kim, 2026-03-30, detect, started, noted 2026-03-29) <https://tracker.example/1>');
    expect(text).toContain(
      '- [x] &lt;img src=x onerror=alert(1)&gt; \\[x\\](javascript:1) ⏎ - \\[x\\] done, "really" (no owner, no date, will not be done: not ours',
    );
    expect(text.split('\n').filter((line) => line.startsWith('- ['))).toHaveLength(3);
  });

  test('says so where there are none', () => {
    expect(followUpText('md', [])).toBe('No follow-ups.\n');
    expect(followUpText('csv', []).split('\r\n')).toHaveLength(2);
    expect(JSON.parse(followUpText('json', []))).toEqual({ schema: 'wheelhouse-follow-ups/1', followUps: [] });
  });
});

test('the list of all is filtered by state, kind and owner, and what was just changed stays in sight', () => {
  const console = withOne();
  console.does({ type: 'followUp.add', text: 'Monitoring' });
  console.does({ type: 'followUp.add', text: 'Drop the old table', kind: 'prevent' });
  amend(console, { state: 'done' }, 'f3');
  const rows = followUpRows(console.view);
  const after = Date.parse('2026-04-01T00:00:00Z');
  const shown = (filters: Partial<typeof firstFilters>, kept: readonly string[] = []) =>
    filtered(rows, { ...firstFilters, ...filters }, new Set(kept), after).map(({ label }) => label);
  expect(shown({})).toEqual(['f1', 'f2']);
  expect(shown({ state: 'overdue' })).toEqual(['f1']);
  expect(shown({ state: 'vague' })).toEqual(['f2']);
  expect(shown({ state: 'over' })).toEqual(['f3']);
  expect(shown({ state: 'all', order: 'age' })).toEqual(['f1', 'f2', 'f3']);
  expect(shown({ kind: 'none' })).toEqual(['f2']);
  expect(shown({ kind: 'detect' })).toEqual(['f1']);
  expect(shown({ owner: '-' })).toEqual(['f2']);
  expect(shown({ owner: 'Kim' })).toEqual(['f1']);
  expect(shown({}, [item(console, 'f3').id])).toEqual(['f1', 'f2', 'f3']);
  expect(ownersOf(rows)).toEqual(['Kim']);
});
