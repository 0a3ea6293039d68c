import { describe, expect, test } from 'vitest';
import { acceleratorOf, chordSays, readChord } from '../../electron/main/chord.ts';
import { fitted, readStripPlace, stripBounds } from '../../electron/main/strip-place.ts';
import { incidentLine, snoozeOffer, trayTip, trayTitle } from '../../electron/main/tray-text.ts';
import { parseRoute } from '../../renderer/route.ts';
import { chordOf } from '../../renderer/screens/settings/chord-of.ts';
import { chosenIncident, nextIncident } from '../../renderer/screens/strip/chosen-incident.ts';
import { byNearness, nearestClock } from '../../shared/api/nearest.ts';
import type { IncidentSummary } from '../../shared/api/wire.ts';

const at = (time: string) => Date.parse(`2026-11-20T${time}:00Z`);
const now = at('02:42');

function incident(over: Partial<IncidentSummary> = {}): IncidentSummary {
  return {
    id: 'one',
    label: 'inc-1',
    title: 'Checkout',
    mode: 'live',
    phase: 'investigating',
    severity: 1,
    entries: 3,
    ended: false,
    ...over,
  };
}

const promised = (time: string) => ({
  nextDue: { audience: 'customers' as const, at: at(time), kind: 'promise' as const },
  nextPromise: { audience: 'customers' as const, at: at(time), brokenFrom: at(time) + 120_000 },
});
const target = (time: string) => ({ nextDue: { audience: 'staff' as const, at: at(time), kind: 'target' as const } });
const timebox = (time: string) => ({ nextTimebox: { label: 't3', text: 'rollback', at: at(time) } });

describe('the nearest clock', () => {
  test('is the sooner of an update and a timebox', () => {
    expect(nearestClock({ ...promised('02:48'), ...timebox('02:45') }, now)).toMatchObject({ kind: 'timebox', label: 't3' });
    expect(nearestClock({ ...promised('02:44'), ...timebox('02:45') }, now)).toMatchObject({ kind: 'promise', standing: 'ahead' });
  });

  test('is an update that is due, whatever runs out soon; a timebox that ran out asks elsewhere', () => {
    expect(nearestClock({ ...target('02:40'), ...timebox('02:43') }, now)).toMatchObject({ kind: 'target', standing: 'due' });
    expect(nearestClock({ ...target('02:55'), ...timebox('02:41') }, now)).toMatchObject({ kind: 'target', standing: 'ahead' });
    expect(nearestClock(timebox('02:41'), now)).toBeUndefined();
  });

  test('orders incidents: a broken promise first, then what is due, then by time; drills after all that really happens', () => {
    const incidents = [
      incident({ id: 'quiet' }),
      incident({ id: 'drill', mode: 'drill', ...promised('02:20') }),
      incident({ id: 'ahead', ...target('02:50') }),
      incident({ id: 'sooner', ...timebox('02:44') }),
      incident({ id: 'due', ...target('02:41') }),
      incident({ id: 'broken', ...promised('02:39') }),
      incident({ id: 'over', ended: true, phase: 'resolved', ...promised('02:00') }),
      incident({ id: 'past', mode: 'backfilled' }),
    ];
    expect(byNearness(incidents, now).map(({ id }) => id)).toEqual(['broken', 'due', 'sooner', 'ahead', 'quiet', 'drill']);
  });
});

describe('the tray offers to put off', () => {
  const snoozable = (time: string, from: string) => ({ nextDue: { ...target(time).nextDue, snoozeFrom: at(from) } });

  test('the nearest clock, from a little before it is due on, and says of which incident where there are several', () => {
    const soon = incident(snoozable('02:44', '02:41'));
    expect(snoozeOffer([soon], now)).toEqual({ says: "Snooze staff's update", incidentId: 'one', audience: 'staff' });
    const both = snoozeOffer([soon, incident({ id: 'two', title: 'Search', ...target('03:00') })], now);
    expect(both?.says).toBe("Snooze staff's update in Checkout");
    expect(snoozeOffer([incident(snoozable('02:55', '02:52'))], now)).toBeUndefined();
    const customers = { ...target('02:40').nextDue, audience: 'customers', snoozeFrom: at('02:37') } as const;
    expect(snoozeOffer([incident({ nextDue: customers })], now)?.says).toBe("Snooze customers' update");
  });

  test('no promise, nothing that was put off already, and nothing while a broken promise stands in front', () => {
    expect(snoozeOffer([incident(promised('02:43'))], now)).toBeUndefined();
    expect(snoozeOffer([incident(target('02:41'))], now)).toBeUndefined();
    const broken = {
      ...snoozable('02:41', '02:38'),
      nextPromise: { audience: 'customers', at: at('02:30'), brokenFrom: at('02:32') },
    } as const;
    expect(snoozeOffer([incident(broken)], now)).toBeUndefined();
    expect(snoozeOffer([], now)).toBeUndefined();
  });
});

describe('the tray says', () => {
  test('the severity, the title, who waits, until when and for how long', () => {
    expect(trayTip([incident(promised('02:48'))], now, 'UTC', 'recording')).toBe('SEV1 Checkout: customers promised 02:48 (6 min)');
    expect(trayTip([incident(promised('02:48'))], now, 'Europe/Berlin', 'recording')).toBe(
      'SEV1 Checkout: customers promised 03:48 (6 min)',
    );
    expect(incidentLine(incident(target('02:55')), now, 'UTC')).toBe('SEV1 Checkout: update for staff due 02:55 (13 min)');
    expect(incidentLine(incident(timebox('02:50')), now, 'UTC')).toBe('SEV1 Checkout: t3 until 02:50 (8 min)');
    expect(trayTitle([incident(promised('02:48'))], now)).toBe('6 min');
  });

  test('that a promise was not kept, that a drill is one, that a paused one sleeps, and that nothing is recorded', () => {
    expect(incidentLine(incident({ mode: 'drill', ...promised('02:38') }), now, 'UTC')).toBe(
      'DRILL SEV1 Checkout: customers promised 02:38, 4 min ago: not kept',
    );
    expect(incidentLine(incident({ phase: 'paused' }), now, 'UTC')).toBe('SEV1 Checkout: paused');
    expect(trayTip([], now, 'UTC', 'lost')).toBe('Not recording. Wheelhouse: no incident is open');
    expect(trayTitle([incident(promised('02:38'))], now)).toBe('not kept');
    expect(trayTitle([], now)).toBe('');
  });

  test('never more than a tooltip holds, however long the title', () => {
    const long = incident({ title: '🔥'.repeat(300), mode: 'drill', ...promised('02:38') });
    const says = trayTip([long, incident({ id: 'two' })], now, 'UTC', 'recording');
    expect([...says].length).toBeLessThanOrEqual(127);
  });
});

describe('the strip shows', () => {
  const near = incident({ id: 'near', ...promised('02:44') });
  const far = incident({ id: 'far', ...promised('02:58') });

  test('the nearest incident, and follows when another becomes nearer', () => {
    const free = { shown: undefined, line: 'free', picked: undefined } as const;
    expect(chosenIncident([far, near], now, free).shown).toBe('near');
    expect(chosenIncident([far], now, { ...free, shown: 'near' }).shown).toBe('far');
    expect(chosenIncident([], now, free)).toEqual({ open: [] });
  });

  test('the same one as long as somebody types there, even when it ends meanwhile', () => {
    const held = { shown: 'far', line: 'held', picked: undefined } as const;
    expect(chosenIncident([far, near], now, held).shown).toBe('far');
    const ended = { ...far, ended: true, phase: 'resolved' } as const;
    expect(chosenIncident([ended, near], now, held).shown).toBe('far');
    expect(chosenIncident([ended, near], now, { ...held, line: 'free' }).shown).toBe('near');
  });

  test('the one that was switched to, until it ends; switching goes round', () => {
    const picked = { shown: 'near', line: 'free', picked: 'far' } as const;
    const { shown, open } = chosenIncident([far, near], now, picked);
    expect(shown).toBe('far');
    expect(nextIncident(open, 'far')).toBe('near');
    expect(nextIncident(open, 'near')).toBe('far');
    expect(chosenIncident([{ ...far, ended: true, phase: 'resolved' }, near], now, picked).shown).toBe('near');
  });

  test('itself at an address of its own', () => {
    expect(parseRoute('#/strip')).toEqual({ screen: 'strip' });
    expect(parseRoute('#/settings')).toEqual({ screen: 'settings' });
    expect(parseRoute('#/strip/x')).toEqual({ screen: 'lost' });
  });
});

describe('the strip stands', () => {
  const main = { x: 0, y: 25, width: 1440, height: 875 };
  const second = { x: 1440, y: 0, width: 1920, height: 1080 };

  test('at the lower right of the main display at first, and afterwards where it was left', () => {
    expect(stripBounds(undefined, [main, second])).toEqual({ x: 1004, y: 764, width: 420, height: 120 });
    const left = { x: 2000, y: 40, width: 520, height: 140 };
    expect(stripBounds(left, [main, second])).toEqual(left);
  });

  test('where a hand can reach it, when its display is gone or became smaller', () => {
    const left = { x: 2000, y: 40, width: 520, height: 140 };
    expect(stripBounds(left, [main])).toEqual({ x: 904, y: 744, width: 520, height: 140 });
    expect(stripBounds({ ...left, x: 1200 }, [main])).toMatchObject({ x: 904, y: 744 });
    expect(stripBounds({ ...left, x: 1000 }, [main])).toMatchObject({ x: 920, y: 40 });
  });

  test('growing away from the edge it is at, and back again to the same place', () => {
    const low = { x: 1004, y: 764, width: 420, height: 120 };
    const grown = fitted(low, 260, main);
    expect(grown).toMatchObject({ y: 624, height: 260 });
    expect(fitted(grown, 120, main)).toEqual(low);
    const high = { x: 20, y: 40, width: 420, height: 120 };
    expect(fitted(high, 260, main)).toEqual({ ...high, height: 260 });
  });

  test('never higher or lower than a strip, whatever its page asks for', () => {
    const bounds = { x: 20, y: 40, width: 420, height: 120 };
    expect(fitted(bounds, 1e9, main).height).toBe(420);
    expect(fitted(bounds, -5, main).height).toBe(64);
  });

  test('at its usual place when the settings hold nonsense', () => {
    for (const stored of [null, 'x', {}, { x: 1, y: 2, width: '420', height: 120 }, { x: 1e9, y: 0, width: 420, height: 120 }])
      expect(readStripPlace(stored)).toBeUndefined();
    expect(readStripPlace({ x: 1, y: 2, width: 9, height: 9000, shown: 'yes' })).toEqual({
      x: 1,
      y: 2,
      width: 340,
      height: 420,
      shown: false,
    });
  });
});

describe('a key for the whole machine', () => {
  test('is two modifiers and a letter, or a function key: no key that other applications live by', () => {
    expect(readChord('Shift+Mod+L')).toBe('Mod+Shift+L');
    expect(readChord('Alt+F9')).toBe('Alt+F9');
    expect(readChord('F9')).toBe('F9');
    for (const common of ['Mod+C', 'L', 'Shift+L', 'Alt+L', 'Mod+Shift', '', 'Mod+Shift+L+K', 'Mod+Mod+L', 'Super+Shift+L', 7, null])
      expect(readChord(common), String(common)).toBeUndefined();
  });

  test('is written for the system and said for people', () => {
    expect(acceleratorOf('Mod+Shift+L')).toBe('CommandOrControl+Shift+L');
    expect(acceleratorOf('Mod+Alt+ArrowUp')).toBe('CommandOrControl+Alt+Up');
    expect(chordSays('Mod+Shift+L', 'linux')).toBe('Ctrl+Shift+L');
    expect(chordSays('Mod+Alt+L', 'darwin')).toBe('Cmd+Option+L');
  });

  test('is read from the keyboard, by place where Alt makes the letter another sign', () => {
    const press = { key: 'L', code: 'KeyL', ctrlKey: true, metaKey: false, altKey: false, shiftKey: true };
    expect(chordOf(press, false)).toBe('Mod+Shift+L');
    expect(chordOf(press, true)).toBe('Control+Shift+L');
    expect(chordOf({ ...press, key: 'ł', altKey: true, shiftKey: false }, false)).toBe('Mod+Alt+L');
    expect(chordOf({ ...press, key: 'Shift', code: 'ShiftLeft' }, false)).toBeUndefined();
  });
});
