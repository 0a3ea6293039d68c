import { describe, expect, test } from 'vitest';
import type { Nudge } from '../../electron/core/server/port-protocol.ts';
import { notSnoozedText, nudgeText } from '../../electron/main/nudge-text.ts';
import { linkToOpen } from '../../electron/main/outside-links.ts';
import { quitQuestion } from '../../electron/main/quit-question.ts';
import { boundsToOpen, readBounds } from '../../electron/main/window-bounds.ts';
import { whyNotWritten } from '../../electron/main/write-fault.ts';
import type { IncidentSummary } from '../../shared/api/wire.ts';

const at = (time: string) => Date.parse(`2026-11-20T${time}:00Z`);

function incident(over: Partial<IncidentSummary> = {}): IncidentSummary {
  return {
    id: 'one',
    label: 'inc-1',
    title: 'Checkout errors',
    mode: 'live',
    phase: 'investigating',
    severity: 1,
    entries: 3,
    ended: false,
    ...over,
  };
}

describe('closing the console in the middle of an incident', () => {
  const ask = (incidents: readonly IncidentSummary[], now: string, zone = 'UTC') => quitQuestion(incidents, at(now), zone);
  const target = { audience: 'staff', at: at('02:55'), kind: 'target' } as const;
  const customers = { audience: 'customers', at: at('02:48') } as const;
  const nextPromise = { ...customers, brokenFrom: at('02:50') } as const;
  /** An incident whose customers were promised an update at 02:48, which is also the next that is due. */
  const promised = { nextDue: { ...customers, kind: 'promise' }, nextPromise } as const;

  test('says how many are open, and of all of them what is due soonest, in which, and how far away it is', () => {
    const question = ask(
      [incident({ nextDue: target }), incident({ id: 'two', title: 'Search is slow', severity: 3, ...promised })],
      '02:42',
    );
    expect(question?.message).toBe('2 incidents are open. Customers were promised an update on “Search is slow” at 02:48, in 6 minutes.');
    expect(question?.detail).toBe(
      'SEV3 · Search is slow\nSEV1 · Checkout errors\n– The next update for staff is due at 02:55, in 13 minutes.\n\n' +
        'While the console is closed nobody is reminded, and nothing is recorded.',
    );
  });

  test('names a broken promise before anything else, and says that somebody waits', () => {
    const question = ask([incident({ nextDue: { ...target, at: at('02:30') }, nextPromise })], '02:52');
    expect(question?.message).toBe(
      '1 incident is open, and 1 promised update is late. Customers were promised an update at 02:48, 4 minutes ago, and have not had it.',
    );
    expect(question?.detail).toContain('SEV1 · Checkout errors\n– The next update for staff was due at 02:30, 22 minutes ago.');
  });

  test('counts the promises that are late', () => {
    const earlier = { audience: 'partners', at: at('02:20'), brokenFrom: at('02:22') } as const;
    const question = ask([incident(promised), incident({ id: 'two', nextPromise: earlier })], '02:52');
    expect(question?.message).toMatch(/^2 incidents are open, and 2 promised updates are late\. Partners were promised/);
  });

  test('names a promise that comes after the nearest due time too', () => {
    const question = ask([incident({ nextDue: { ...target, at: at('02:44') }, nextPromise })], '02:42');
    expect(question?.message).toBe('1 incident is open. The next update for staff is due at 02:44, in 2 minutes.');
    expect(question?.detail).toContain('– Customers were promised an update at 02:48, in 6 minutes.');
  });

  test('names a promise once when it is what is due next', () => {
    const question = ask([incident(promised)], '02:42');
    expect(question?.message).toContain('Customers were promised');
    expect(question?.detail).not.toContain('Customers were promised');
  });

  test('names the time in the zone of the person', () => {
    expect(ask([incident({ nextDue: { ...target, at: at('02:48') } })], '02:47', 'Asia/Kolkata')?.message).toBe(
      '1 incident is open. The next update for staff is due at 08:18, in 1 minute.',
    );
  });

  test('asks even when nothing is due, because the incident runs on', () => {
    expect(ask([incident()], '02:42')?.message).toBe('1 incident is open.');
  });

  test('says of a drill that it is one', () => {
    expect(ask([incident({ mode: 'drill' })], '02:42')?.detail).toContain('DRILL · SEV1 · Checkout errors');
  });

  test('names a paused incident beside a running one, and says that it is paused', () => {
    const question = ask([incident(), incident({ id: 'two', title: 'Slow mail', severity: 4, phase: 'paused' })], '02:42');
    expect(question?.message).toBe('2 incidents are open.');
    expect(question?.detail).toContain('SEV4 · Slow mail (paused)');
  });

  test('asks for a paused incident alone when something was promised in it', () => {
    expect(ask([incident({ phase: 'paused', ...promised })], '02:42')?.message).toBe(
      '1 incident is open. Customers were promised an update at 02:48, in 6 minutes.',
    );
  });

  test('names eight incidents and counts the rest, so that the buttons stay on the display', () => {
    const many = Array.from({ length: 11 }, (_, n) => incident({ id: String(n), title: `Fault ${n}` }));
    const question = ask(many, '02:42');
    expect(question?.message).toBe('11 incidents are open.');
    expect(question?.detail).toMatch(/SEV1 · Fault 7\nand 3 more\n\nWhile/);
  });

  test('cuts a title that would fill the display', () => {
    const question = ask([incident({ title: 'x'.repeat(500) }), incident({ id: 'two', title: 'y'.repeat(500), nextDue: target })], '02:42');
    expect(question?.message.length).toBeLessThan(200);
    expect(question?.detail).toContain(`SEV1 · ${'x'.repeat(79)}…`);
  });

  test.each([{ phase: 'paused' }, { phase: 'resolved', ended: true }, { phase: 'closed', ended: true }, { mode: 'backfilled' }] as const)(
    'asks nothing when it is %o',
    (over) => {
      expect(ask([incident(over)], '02:42')).toBeUndefined();
    },
  );
});

describe('a file that could not be written', () => {
  const fault = (code: string) => whyNotWritten(Object.assign(new Error(`${code}: open '/x/.wheelhouse-1'`), { code }));

  test.each([
    ['EACCES', 'You may not write in this folder. Save it again, and choose another folder.'],
    ['ENOSPC', 'The disk is full. Make room and save it again, or choose another disk.'],
  ])('by %s is explained in words, with what to do', (code, says) => {
    expect(fault(code)).toBe(says);
  });

  test('for a reason without words of ours is explained as the system did', () => {
    expect(fault('EIO')).toBe("The system said: EIO: open '/x/.wheelhouse-1'. Save it again, and choose another folder.");
  });
});

describe('a native notification', () => {
  const nudge: Nudge = {
    incidentId: 'one',
    label: 'inc-1',
    title: 'Checkout errors',
    mode: 'live',
    kind: 'promise',
    audience: 'customers',
    dueAt: at('02:48'),
    when: 'due',
    key: 'k',
  };

  test('names the audience and the time', () => {
    expect(nudgeText(nudge, 'UTC')).toEqual({ title: 'Checkout errors', body: 'Customers were promised an update at 02:48: now.' });
  });

  test('begins with DRILL in a drill', () => {
    expect(nudgeText({ ...nudge, mode: 'drill' }, 'UTC').title).toBe('DRILL · Checkout errors');
  });

  test('of a pause that is over needs no audience', () => {
    const { audience: _audience, ...pause } = { ...nudge, kind: 'pause' as const, when: 'late' as const };
    expect(nudgeText(pause, 'UTC').body).toBe('The pause was over at 02:48, and nobody has woken it.');
  });

  test('of a planned relief says that command was to be handed over', () => {
    const { audience: _audience, ...relief } = { ...nudge, kind: 'relief' as const };
    expect(nudgeText(relief, 'UTC').body).toBe('Command was to be handed over at 02:48: now.');
    expect(nudgeText({ ...relief, when: 'late' }, 'UTC').body).toBe('Command was to be handed over at 02:48, and has not been.');
  });
});

describe('a notification to act on', () => {
  const timebox: Nudge = {
    incidentId: 'one',
    label: 'inc-1',
    title: 'Checkout errors',
    mode: 'live',
    kind: 'timebox',
    thing: { label: 't4', text: 'read the log' },
    dueAt: at('02:48'),
    when: 'due',
    key: 'k',
  };

  test('of a timebox names what it is on', () => {
    expect(nudgeText(timebox, 'UTC').body).toBe('Time is up: t4 read the log. Done, more time, or stuck?');
    expect(nudgeText({ ...timebox, when: 'late' }, 'UTC').body).toBe(
      'Time was up at 02:48: t4 read the log, and nobody has said how it stands.',
    );
  });

  test('for somebody who has no console begins with their name', () => {
    expect(nudgeText({ ...timebox, for: 'Tim' }, 'UTC').body).toMatch(/^For Tim: Time is up/);
  });

  test('that could not be put off says so, and why', () => {
    expect(notSnoozedText('Checkout errors', 'staff', 'Not yet. Missing: an update: this clock was snoozed once already.')).toEqual({
      title: 'Checkout errors',
      body: 'The update for staff was not snoozed. Not yet. Missing: an update: this clock was snoozed once already.',
    });
  });
});

describe('a link that a person clicks', () => {
  test.each(['https://status.example.com/', 'mailto:noc@example.com'])('%s is opened by the operating system', (url) => {
    expect(linkToOpen(url)).toBe(url);
  });

  test.each([
    'http://status.example.com/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,hi',
    'ms-msdt:/id',
    'smb://host/share',
    'app://console/index.html',
    'vscode://file/x',
    ' not an address',
    '',
  ])('%s goes nowhere', (url) => {
    expect(linkToOpen(url)).toBeUndefined();
  });
});

describe('the place of a window', () => {
  const laptop = { x: 0, y: 0, width: 1440, height: 900 };
  const stored = { x: 100, y: 50, width: 1280, height: 800, maximized: false };

  test('is where the person left it', () => {
    expect(boundsToOpen(stored, [laptop])).toEqual({ x: 100, y: 50, width: 1280, height: 800 });
  });

  test('is for the system to choose when its display is gone', () => {
    expect(boundsToOpen({ ...stored, x: 3000 }, [laptop])).toEqual({ width: 1280, height: 800 });
  });

  test('is for the system to choose when its title bar is above every display', () => {
    expect(boundsToOpen({ ...stored, y: -400 }, [laptop])).toEqual({ width: 1280, height: 800 });
  });

  test.each([undefined, 'wide', {}, { ...stored, width: 'x' }, { ...stored, width: 10 }, { ...stored, x: Number.NaN }])(
    'is forgotten when the settings say %o',
    (value) => {
      expect(readBounds(value)).toBeUndefined();
    },
  );
});
