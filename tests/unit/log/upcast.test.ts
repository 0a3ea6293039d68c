import { describe, expect, test } from 'vitest';
import { upcast } from '../../../shared/log/upcast.ts';
import { LogWriter } from '../../fixtures/log-writer.ts';

const newest = (type: string) => (type === 'severity.set' ? 3 : undefined);
const registry = {
  'severity.set': {
    1: (body: unknown) => ({ severity: (body as { sev: number }).sev }),
    2: (body: unknown) => ({ ...(body as object), reason: 'not recorded' }),
  },
};
const event = (v: number, body: unknown) => new LogWriter().write({ type: 'severity.set', v, body }).event;

describe('an event of an older version', () => {
  test('is lifted step by step to the newest', () => {
    const old = event(1, { sev: 2 });
    const lifted = upcast(old, registry, newest);
    expect(lifted).toEqual({ known: true, event: { ...old, v: 3, body: { severity: 2, reason: 'not recorded' } } });
    expect(old.body).toEqual({ sev: 2 });
  });

  test('stays erased when its body was', () => {
    expect(upcast({ ...event(1, {}), body: null }, registry, newest)).toMatchObject({ known: true, event: { v: 3, body: null } });
  });

  test('is not known where no step leads on', () => {
    expect(upcast(event(1, {}), {}, newest)).toEqual({ known: false, reason: 'version' });
  });
});

test('an event of the newest version is read as it is', () => {
  const current = event(3, { severity: 1 });
  expect(upcast(current, registry, newest)).toEqual({ known: true, event: current });
});

test('an event of a later version is kept for an upgrade', () => {
  expect(upcast(event(4, {}), registry, newest)).toEqual({ known: false, reason: 'version' });
});

test('an event of an unknown type is kept for an upgrade, whatever its name', () => {
  for (const type of ['lever.pulled', 'constructor', '__proto__']) {
    expect(upcast(new LogWriter().write({ type }).event, registry, newest)).toEqual({ known: false, reason: 'type' });
  }
});
