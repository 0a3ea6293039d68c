/** The review of a draft and the leftovers of one without names, over HTTP. */
import { expect, test } from 'vitest';
import { declare, ownerToken, run, serve } from '../fixtures/consoles.ts';

const headers = { authorization: `Bearer ${ownerToken}` };

test('a draft is reviewed with the people of its incident, and counts are of the text', async () => {
  const served = await serve({ ownerName: 'Xiomara' });
  const id = await declare(served);
  await run(served, { incidentId: id, type: 'entry.add', kind: 'note', text: 'Xiomara broke the login, which was careless' });
  const answer = await fetch(`${served.url}/api/v1/incidents/inc-1/review?template=google-sre`, { headers });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    findings: [
      { rule: 'B5', level: 'error', section: 'timeline', block: 0, text: 'Xiomara broke' },
      { rule: 'B3', level: 'error', section: 'timeline', block: 0, text: 'careless' },
    ],
    counts: { levels: { error: 2, warn: 0, info: 0 }, rules: { B3: 1, B5: 1 } },
  });
  const unknown = await fetch(`${served.url}/api/v1/incidents/inc-1/review?template=no-such`, { headers });
  expect(unknown.status).toBe(404);
});

test('what the playbook in force allows is not found', async () => {
  const served = await serve();
  const id = await declare(served);
  await run(served, { incidentId: id, type: 'entry.add', kind: 'note', text: 'Disaster day began' });
  const review = async (): Promise<unknown> => {
    const answer = await served.router.call(served.owner('app'), 'postmortem.review', { id, template: 'google-sre' });
    return answer.ok ? (answer.value as { readonly counts: { readonly rules: unknown } }).counts.rules : answer.error;
  };
  expect(await review()).toEqual({ B12: 1 });
  const file = await served.router.call(served.owner('app'), 'playbook.file', {});
  const { text } = (file.ok ? file.value : {}) as { readonly text: string };
  const saved = await served.router.call(served.owner('app'), 'playbook.run', {
    commandId: '0199d2a0-0000-7000-8000-00000000c0de',
    type: 'playbook.save',
    text: text.replace('allow: []', 'allow: [disaster day]'),
  });
  expect(saved.ok).toBe(true);
  expect(await review()).toEqual({});
});

test('a draft without names says what still looks like one; a draft with names does not', async () => {
  const served = await serve({ ownerName: 'Xiomara' });
  const id = await declare(served);
  await run(served, { incidentId: id, type: 'entry.add', kind: 'note', text: 'Xiomara and Priya looked' });
  const get = async (more: string): Promise<{ readonly leftovers?: readonly { readonly text: string; readonly section: string }[] }> => {
    const answer = await fetch(`${served.url}/api/v1/incidents/inc-1/draft?template=google-sre${more}`, { headers });
    return (await answer.json()) as never;
  };
  expect((await get('')).leftovers).toBeUndefined();
  const told = await get('&anonymous=true');
  expect(JSON.stringify(told)).not.toContain('Xiomara');
  expect(told.leftovers?.map(({ text, section }) => `${section} ${text}`)).toEqual(['timeline Priya']);
});
