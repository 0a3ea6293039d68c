/** Drafts that tell of incidents like theirs, over a real log. */
import { expect, test } from 'vitest';
import { newConsole } from '../fixtures/consoles.ts';
import { askOf, pastIncident } from '../fixtures/past-incidents.ts';

test('a template that asks whether it happened before names what is alike, and not to whom no names are told', async () => {
  const console = await newConsole();
  await pastIncident(console, {
    title: 'Payments time out after a deploy of pricing',
    detection: 'connection pool of pricing-db exhausted',
  });
  await pastIncident(console, { title: 'Pricing pool exhausted, payments time out', mode: 'drill' });
  await pastIncident(console, { title: 'Mails are late in Asia', detection: 'queue of the mail relay grows' });
  const title = 'Payments: pricing connection pool is exhausted';
  const now = await askOf(console, 'commands.run', { commandId: crypto.randomUUID(), type: 'incident.declare', title });
  const id = now.events[0]?.incidentId ?? '';
  const text = async (template: string, anonymous?: true): Promise<string> =>
    (await askOf(console, 'incidents.export', { id, template, format: 'md', ...(anonymous && { anonymous }) })).text;
  for (const template of ['atlassian', 'aws-coe', 'etsy', 'gitlab', 'howie']) {
    const told = await text(template);
    expect(told, template).toMatch(/\| inc-1 \| Payments time out after a deploy of pricing \| \d{4}-\d\d-\d\d \| .*pricing.* \|/);
    expect(told, template).toContain('| inc-2 | Pricing pool exhausted, payments time out (drill) |');
    expect(told, template).not.toContain('Mails are late');
    expect(await text(template, true), template).not.toContain('after a deploy of pricing');
  }
  for (const template of ['azure-pir', 'google-sre', 'light']) expect(await text(template), template).not.toContain('inc-2');
});
