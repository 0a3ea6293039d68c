import { describe, expect, test } from 'vitest';
import type { Nudge } from '../../electron/core/server/port-protocol.ts';
import { nudgeText } from '../../electron/main/nudge-text.ts';
import { linkToOpen } from '../../electron/main/outside-links.ts';
import { quitQuestion } from '../../electron/main/quit-question.ts';
import { boundsToOpen, readBounds } from '../../electron/main/window-bounds.ts';
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
  test('names the promise that is soonest, and how far away it is', () => {
    const question = quitQuestion(
      [
        incident({ nextDue: { audience: 'staff', at: at('02:55'), kind: 'target' } }),
        incident({ id: 'two', title: 'Search is slow', severity: 3, nextDue: { audience: 'customers', at: at('02:48'), kind: 'promise' } }),
      ],
      at('02:42'),
      'UTC',
    );
    expect(question?.message).toBe('Customers were promised an update at 02:48, in 6 minutes.');
    expect(question?.detail).toContain('SEV1 · Checkout errors\nSEV3 · Search is slow');
  });

  test('names a promise that is already broken as past', () => {
    const nextDue = { audience: 'customers', at: at('02:48'), kind: 'promise' } as const;
    expect(quitQuestion([incident({ nextDue })], at('02:52'), 'UTC')?.message).toBe(
      'Customers were promised an update at 02:48, 4 minutes ago.',
    );
  });

  test('names the time in the zone of the person', () => {
    const nextDue = { audience: 'staff', at: at('02:48'), kind: 'target' } as const;
    expect(quitQuestion([incident({ nextDue })], at('02:47'), 'Asia/Kolkata')?.message).toBe(
      'The next update for staff is due at 08:18, in 1 minute.',
    );
  });

  test('asks even when nothing is due, because the incident runs on', () => {
    expect(quitQuestion([incident()], at('02:42'), 'UTC')?.message).toBe('SEV1 · Checkout errors is still running.');
  });

  test('says of a drill that it is one', () => {
    expect(quitQuestion([incident({ mode: 'drill' })], at('02:42'), 'UTC')?.detail).toContain('DRILL SEV1 · Checkout errors');
  });

  test.each([{ phase: 'paused' }, { phase: 'resolved' }, { phase: 'closed', ended: true }] as const)(
    'asks nothing when it is $phase',
    (over) => {
      expect(quitQuestion([incident(over)], at('02:42'), 'UTC')).toBeUndefined();
    },
  );
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
