/** Sections of the draft in people's words, by a real console. */
import { expect, test } from 'vitest';
import type { SectionSince } from '../../shared/api/studio-procedures.ts';
import { declare, ManualClock, newConsole, run } from '../fixtures/consoles.ts';

const minute = 60_000;

async function begun() {
  const clock = new ManualClock();
  const console = await newConsole({ clock });
  const id = await declare(console, { impact: 'nobody can pay' });
  const since = async (section: string) => {
    const answer = await console.router.call(console.owner('app'), 'postmortem.sectionSince', { id, template: 'google-sre', section });
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value as SectionSince;
  };
  const write = (text: string, more: object = {}) =>
    run(console, { incidentId: id, type: 'section.write', section: 'impact', text, generated: 'kept', template: 'google-sre', ...more });
  return { clock, console, id, since, write };
}

test('whoever wrote a section can see what the log has said since', async () => {
  const { clock, console, id, since, write } = await begun();
  clock.pass(minute);
  expect((await write('All of checkout, for an hour.')).ok).toBe(true);
  clock.pass(minute);
  await run(console, { incidentId: id, type: 'impact.describe', text: 'nobody in the EU can pay' });
  const { before, now } = await since('impact');
  expect(before).toContain('nobody can pay');
  expect(before).not.toContain('in the EU');
  expect(now).toContain('nobody in the EU can pay');
  expect(`${before}${now}`).not.toContain('All of checkout');
});

test('a section that nobody wrote has only what the log gives now', async () => {
  const { since } = await begun();
  const { before, now } = await since('impact');
  expect(before).toBeUndefined();
  expect(now).toContain('nobody can pay');
  expect(now).not.toContain('## ');
});

test('a section that the template does not have is said to be none', async () => {
  const { console, id } = await begun();
  const wanted = { id, template: 'google-sre', section: 'five-whys' };
  const answer = await console.router.call(console.owner('app'), 'postmortem.sectionSince', wanted);
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('whoever saves second is told, and writes over nothing', async () => {
  const { console, write } = await begun();
  const first = await write('The first words.');
  const event = first.ok ? first.value.events[0]?.id : undefined;
  expect((await write('Better words.', { after: event })).ok).toBe(true);
  const late = await write('Words on the first ones.', { after: event });
  expect(late).toMatchObject({ ok: false });
  expect(late.ok || late.error.message).toContain('Kim has written this section since');
  expect(console.desk.list()).toHaveLength(1);
});
