/** Every screen of the console with something worth looking at on it: for the accessibility tests and for the pictures. */
import type { Page } from '@playwright/test';
import type { CommandDraft } from '../../shared/incident/commands.ts';
import { agendaOf } from '../../shared/postmortem/meeting/agenda.ts';
import { addPerson, giveWork } from './busy-work.ts';
import { expect } from './fixtures.ts';
import { RoomPage } from './room.ts';
import type { RunningConsole } from './running-console.ts';

const minute = 60_000;

/** A title as long as people make them when they are upset: 300 characters. */
export const longTitle = 'Checkout errors in the EU after deploy 88 of the pricing service, and the retry queue grows '
  .repeat(4)
  .slice(0, 299)
  .concat('.');

/** A drill in full swing: several people, promises kept and broken, lines of every kind, a correction, a hidden text. Answers its id. */
export async function fullSwing(core: RunningConsole, mode: 'live' | 'drill' = 'live'): Promise<string> {
  const now = Date.now();
  const incident = await core.declare('Checkout errors in the EU', { severity: 1, impact: 'customers in the EU cannot pay', mode });
  const run = (draft: CommandDraft) => core.run(incident, draft);
  const samId = await addPerson(core, incident, { name: 'Sam Lee', contact: '+49 30 1234' });
  const adaId = await addPerson(core, incident, { name: 'Ada Lovelace', contact: '+44 20 7946 0018' });
  await run({ type: 'role.assign', role: 'comms', person: samId });
  await run({ type: 'role.assign', role: 'ops', person: adaId });
  await run({ type: 'incident.amend', links: { call: '+49 30 555 0199', chat: '#inc-412' } });
  await run({ type: 'milestone.set', name: 'impactStart', at: now - 42 * minute, precision: 'minute' });
  await core.write(incident, 'deploy 88 of the pricing service', { occurredAt: now - 45 * minute, tags: ['change'] });
  await core.write(incident, '5xx above 20 % on /checkout, all regions', { kind: 'detection', occurredAt: now - 40 * minute });
  await core.write(incident, 'deploy 88 broke pricing', { kind: 'hypothesis' });
  await core.write(incident, 'is the payment provider affected as well?', { kind: 'question' });
  await core.write(incident, 'roll back deploy 88; the way back is to deploy it again', { kind: 'action', owner: adaId });
  await core.write(incident, 'no schema changes tonight', { kind: 'decision' });
  await core.write(incident, 'support counts 214 tickets, most of them from Germany and Austria', { by: samId });
  await run({
    type: 'summary.set',
    text: 'EU checkouts fail since 88 was deployed. The rollback is under way. No payment was taken twice.',
  });
  await run({
    type: 'update.send',
    audiences: ['customers'],
    text: 'We are looking into failed payments in Europe.',
    sentAt: now - 30 * minute,
    nextAt: now - 8 * minute,
  });
  await run({ type: 'update.send', audiences: ['staff', 'executives'], text: 'Rollback has begun.', nextAt: now + 12 * minute });
  await run({ type: 'followUp.add', text: 'alert on failed payments per region', owner: adaId, due: '2030-01-15' });
  await run({ type: 'followUp.add', text: 'a runbook for rolling back pricing' });
  await giveWork(core, incident, { sam: samId, ada: adaId });
  const corrected = await core.write(incident, 'error rate 2 %');
  await run({ type: 'entry.correct', entry: corrected, text: 'error rate 12 %' });
  const hidden = await core.write(incident, 'the password is hunter2');
  await run({ type: 'entry.redact', entry: hidden, reason: 'a secret' });
  await core.write(incident, 'rollback is through in Frankfurt, error rate falling', { starred: true });
  return incident;
}

/** Home with open incidents, a drill and a past. Answers the id of the one in full swing. */
export async function busyConsole(core: RunningConsole): Promise<string> {
  await core.call('samples.open', { id: 'gitlab-2017-01-31' });
  await core.call('samples.open', { id: 'fastly-2021-06-08' });
  await core.declare('Region fails over', { severity: 2, mode: 'drill' });
  await core.declare('Search is slow', { severity: 3 });
  await core.declare('Something is odd with the invoices');
  const over = await core.declare('Mails are late');
  await core.run(over, { type: 'incident.markFalseAlarm', reason: 'the clock of the test host was wrong' });
  return fullSwing(core);
}

/** A way to a screen, from wherever the page is. */
export interface Screen {
  readonly name: string;
  readonly show: (page: Page, core: RunningConsole, incident: string) => Promise<void>;
}

async function home(page: Page, core: RunningConsole): Promise<void> {
  await page.goto(`${core.url}/#/`);
  await expect(page.getByRole('heading', { name: 'Open', exact: true })).toBeVisible();
}

async function room(page: Page, core: RunningConsole, incident: string): Promise<RoomPage> {
  const open = await RoomPage.open(page, core, incident);
  await expect(open.timeline.or(page.getByText('What is seen, tried and decided stands here'))).toBeVisible();
  return open;
}

async function draft(page: Page, core: RunningConsole, incident: string, format: 'Markdown' | 'HTML'): Promise<void> {
  await studio(page, core, incident);
  await page.getByRole('combobox', { name: 'Format' }).selectOption(format);
  await page.keyboard.press('Alt+v');
  const preview =
    format === 'HTML' ? page.locator('iframe[title="Draft in HTML"]') : page.getByRole('region', { name: 'Draft in Markdown' });
  await expect(preview).toBeVisible();
  if (format === 'HTML') await expect(page.frameLocator('iframe[title="Draft in HTML"]').getByRole('heading', { level: 1 })).toBeVisible();
}

async function studio(page: Page, core: RunningConsole, incident: string): Promise<void> {
  await page.goto(`${core.url}/#/incident/${incident}/export`);
  await expect(page.getByRole('region', { name: 'Draft', exact: true })).toBeVisible();
}

async function writeTrigger(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Write Trigger' }).press('Enter');
  const words = page.getByRole('textbox', { name: 'Trigger: your words', exact: true });
  await expect(words).toBeFocused();
  await page.keyboard.type('Deploy 88 went to every region at once. It was human error, and somebody should have looked.');
  await expect(words.locator('.finding').first()).toBeVisible();
}

async function board(page: Page, core: RunningConsole, incident: string, line: string, title: string): Promise<void> {
  const open = await room(page, core, incident);
  await open.composer.fill(line);
  await open.composer.press('Enter');
  await expect(page.getByRole('region', { name: title, exact: true })).toBeVisible();
}

async function fillDirectory(core: RunningConsole): Promise<void> {
  const card = { kind: 'person' as const, phones: ['+44 20 7946 0018'], services: ['payments'] };
  const file = {
    schema: 'wheelhouse-directory/1' as const,
    contacts: [
      { ...card, name: 'Ada Lovelace', team: 'Databases', order: 1, note: 'not before 7, unless it burns' },
      { ...card, name: 'Sam Lee', phones: ['+49 30 1234', '+49 170 1234'], services: ['payments', 'network'], order: 2 },
      { ...card, name: 'Network desk', kind: 'team' as const, phones: ['+49 30 5550'], services: ['network'] },
      { ...card, name: 'Provider support', kind: 'service' as const, phones: [], services: ['DNS'], worksWithout: ['dns' as const] },
    ],
    escalations: [{ service: 'payments', path: ['Ada Lovelace', 'Sam Lee'] }],
  };
  await core.call('directory.run', { commandId: crypto.randomUUID(), type: 'directory.import', file });
}

/** A meeting of that incident, at this part. */
async function meeting(page: Page, core: RunningConsole, incident: string, part: string): Promise<void> {
  const [begun, ended] = await Promise.all([core.events(incident, 'meeting.begun'), core.events(incident, 'meeting.ended')]);
  if (begun.length === ended.length) await core.run(incident, { type: 'meeting.begin', agenda: [...agendaOf(60)] });
  const last = (await core.events(incident, 'meeting.begun')).at(-1);
  await core.run(incident, { type: 'meeting.move', meeting: last?.id ?? '', part });
  await page.goto(`${core.url}/#/incident/${incident}/meeting`);
}

/** Two past incidents that are like the one in full swing, once. Answers the id of the first. */
async function fillLibrary(core: RunningConsole, incident: string): Promise<string> {
  const { similar } = await core.call('incidents.similar', { id: incident });
  const known = similar.find(({ title }) => title.startsWith('Checkout fails'));
  if (known) return known.id;
  const ids: string[] = [];
  for (const mode of ['live', 'drill'] as const) {
    const id = await core.declare(mode === 'live' ? 'Checkout fails in the EU: pricing' : longTitle, { severity: 2, mode });
    await core.run(id, { type: 'incident.amend', incidentType: 'deploy', labels: ['pricing', 'checkout'] });
    await core.write(id, '5xx on /checkout after deploy 71 of the pricing service', { kind: 'detection' });
    await core.run(id, { type: 'incident.resolve', override: { reason: 'it was over before anybody declared it' } });
    ids.push(id);
  }
  return ids[0] ?? '';
}

/** The screens of a busy console. */
export const screens: readonly Screen[] = [
  { name: 'home', show: (page, core) => home(page, core) },
  {
    name: 'home, searching',
    show: async (page, core) => {
      await home(page, core);
      await page.getByRole('searchbox', { name: 'Search every log' }).fill('rollback');
      await expect(page.getByRole('list', { name: 'Found lines' })).toBeVisible();
    },
  },
  { name: 'room in full swing', show: async (page, core, incident) => void (await room(page, core, incident)) },
  {
    name: 'room, imported',
    show: async (page, core) => {
      const { incidentId } = await core.call('samples.open', { id: 'gitlab-2017-01-31' });
      await room(page, core, incidentId);
    },
  },
  {
    name: 'room, command offered',
    show: async (page, core, incident) => {
      await (await room(page, core, incident)).composer.fill('/re');
      await expect(page.getByRole('listbox', { name: 'Commands and people' })).toBeVisible();
    },
  },
  {
    name: 'room, chip',
    show: async (page, core, incident) => {
      const open = await room(page, core, incident);
      await open.composer.fill('@-7m ! rollback finished, error rate falling');
      await expect(open.chip).toContainText('starred');
    },
  },
  {
    name: 'room, refused',
    show: async (page, core, incident) => {
      const open = await room(page, core, incident);
      await open.composer.fill('/res');
      await open.composer.press('Enter');
      await expect(page.getByRole('button', { name: 'Leave it', exact: true })).toBeVisible();
    },
  },
  {
    name: 'room, pasted lines',
    show: async (page, core, incident) => {
      const open = await room(page, core, incident);
      await open.composer.fill('02:14 db failed over\n02:16 replicas caught up\nnobody paged the network team');
      await expect(page.locator('#room-composer-says')).toContainText('3 lines as entries');
    },
  },
  {
    name: 'room, correcting a line',
    show: async (page, core, incident) => {
      const open = await room(page, core, incident);
      await open.line('rollback is through').press('c');
      await expect(page.getByRole('textbox', { name: 'Text' })).toBeVisible();
    },
  },
  {
    name: 'room, history of a line',
    show: async (page, core, incident) => {
      const open = await room(page, core, incident);
      await open.line('error rate 12 %').press('ArrowRight');
      await expect(open.line('error rate 12 %')).toContainText('at first');
    },
  },
  {
    name: 'room, work at hand',
    show: async (page, core, incident) => {
      const open = await room(page, core, incident);
      await page.keyboard.press('Alt+2');
      await expect(open.work.getByText('roll back deploy 88 in every region')).toBeVisible();
    },
  },
  {
    name: 'room, people at hand',
    show: async (page, core, incident) => {
      const open = await room(page, core, incident);
      await page.keyboard.press('Alt+1');
      await expect(open.people.getByText('ruled out')).toBeVisible();
    },
  },
  {
    name: 'room, fields of an action',
    show: async (page, core, incident) => {
      const open = await room(page, core, incident);
      await open.composer.fill('/a restart the pricing pods once more');
      await open.composer.press('Enter');
      await expect(page.getByRole('group', { name: /About this action/ })).toBeVisible();
    },
  },
  {
    name: 'room, brief',
    show: async (page, core, incident) => {
      await room(page, core, incident);
      await page.keyboard.press('F2');
      await expect(page.getByRole('region', { name: 'Brief', exact: true })).toBeVisible();
    },
  },
  {
    name: 'room, report to edit',
    show: async (page, core, incident) => {
      const open = await room(page, core, incident);
      await open.composer.fill('/can');
      await open.composer.press('Enter');
      await expect(open.composer).toHaveValue(/^\/can Conditions: /);
    },
  },
  {
    name: 'room, handoff',
    show: async (page, core, incident) => {
      const open = await room(page, core, incident);
      await open.composer.fill('/handoff @ada');
      await open.composer.press('Enter');
      await expect(page.getByRole('region', { name: 'Handoff of command' })).toBeVisible();
    },
  },
  { name: 'board of hypotheses', show: (page, core, incident) => board(page, core, incident, '/board', 'Hypotheses, side by side') },
  { name: 'board of what falls due', show: (page, core, incident) => board(page, core, incident, '/due', 'What falls due') },
  { name: 'board of the roll call', show: (page, core, incident) => board(page, core, incident, '/roll', 'Roll call') },
  { name: 'board of levers', show: (page, core, incident) => board(page, core, incident, '/lever', 'Levers') },
  { name: 'board of checklists', show: (page, core, incident) => board(page, core, incident, '/list', 'Checklists') },
  { name: 'board of merging', show: (page, core, incident) => board(page, core, incident, '/merge', 'Merge into another incident') },
  { name: 'questions about how bad it is', show: (page, core, incident) => board(page, core, incident, '/triage', 'How bad is it?') },
  {
    name: 'updates',
    show: async (page, core, incident) => {
      await core.run(incident, {
        type: 'update.draft',
        audiences: ['customers', 'partners'],
        text: 'The rollback is through in Frankfurt. It will be fixed soon.',
        nextAt: Date.now() + 20 * minute,
      });
      await page.goto(`${core.url}/#/incident/${incident}/updates/u1`);
      await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue(/rollback is through/);
    },
  },
  {
    name: 'updates, refused',
    show: async (page, core, incident) => {
      await page.goto(`${core.url}/#/incident/${incident}/updates/customers`);
      await page.getByRole('textbox', { name: /^Next update in minutes/ }).fill('');
      await page.keyboard.press('Alt+C');
      await expect(page.getByRole('main').getByRole('status').filter({ hasText: 'Not yet. This is missing' })).toBeVisible();
    },
  },
  {
    name: 'follow-ups of all incidents',
    show: async (page, core) => {
      await page.goto(`${core.url}/#/follow-ups`);
      await expect(page.getByText('a runbook for rolling back pricing')).toBeVisible();
      await page.getByRole('radio', { name: 'all', exact: true }).press('Space');
    },
  },
  {
    name: 'meeting, before it begins',
    show: async (page, core, incident) => {
      await page.goto(`${core.url}/#/incident/${incident}/meeting`);
      await expect(page.getByRole('table', { name: 'Agenda' })).toBeVisible();
    },
  },
  {
    name: 'meeting, at the timeline',
    show: async (page, core, incident) => {
      await meeting(page, core, incident, 'timeline');
      // The first entries happened before anything was written down.
      await expect(async () => {
        await page.keyboard.press('Alt+ArrowDown');
        await expect(page.getByRole('region', { name: 'Known then' })).toContainText('In command', { timeout: 500 });
      }).toPass();
    },
  },
  {
    name: 'meeting, at the follow-ups',
    show: async (page, core, incident) => {
      await meeting(page, core, incident, 'follow-ups');
      await expect(page.getByRole('heading', { name: 'Follow-ups', exact: true })).toBeVisible();
    },
  },
  {
    name: 'meeting, over',
    show: async (page, core, incident) => {
      const begun = (await core.events(incident, 'meeting.begun')).at(-1);
      await core.run(incident, { type: 'followUp.add', text: 'Alert on the retry queue' });
      await core.run(incident, { type: 'meeting.end', meeting: begun?.id ?? '' });
      await page.goto(`${core.url}/#/incident/${incident}/meeting`);
      await expect(page.getByRole('heading', { name: 'The meeting is over' })).toBeVisible();
    },
  },
  {
    name: 'as known at',
    show: async (page, core, incident) => {
      await page.goto(`${core.url}/#/incident/${incident}/at/${new Date().toISOString()}`);
      await expect(page.getByRole('main')).toContainText('As known at');
    },
  },
  {
    name: 'directory',
    show: async (page, core) => {
      await fillDirectory(core);
      await page.goto(`${core.url}/#/directory`);
      await expect(page.getByText('Ada Lovelace').first()).toBeVisible();
    },
  },
  {
    name: 'insights',
    show: async (page, core) => {
      await page.goto(`${core.url}/#/insights`);
      await expect(page.getByRole('region', { name: 'From impact to mitigation', exact: true })).toBeVisible();
    },
  },
  {
    name: 'playbook',
    show: async (page, core) => {
      await page.goto(`${core.url}/#/playbook`);
      const text = page.getByRole('textbox', { name: /^Playbook, YAML/ });
      await expect(text).toContainText('wheelhouse-playbook/1');
      await text.press('ControlOrMeta+Home');
      await page.keyboard.type('x');
      await expect(page.getByRole('list', { name: 'Faults of the text' })).toBeVisible();
      await page.getByRole('combobox', { name: 'From' }).selectOption('default');
      await expect(page.getByRole('region', { name: 'Lines that differ' })).toBeVisible();
    },
  },
  {
    name: 'library',
    show: async (page, core, incident) => {
      await fillLibrary(core, incident);
      await page.goto(`${core.url}/#/library`);
      await page.getByRole('searchbox', { name: 'Search past incidents' }).fill('deploy');
      await expect(page.getByRole('list', { name: 'Past incidents' }).getByText('deploy', { exact: true }).first()).toBeVisible();
    },
  },
  {
    name: 'library, a past incident',
    show: async (page, core, incident) => {
      await page.goto(`${core.url}/#/library/${await fillLibrary(core, incident)}`);
      await expect(page.getByRole('list', { name: 'Similar past incidents' })).toBeVisible();
      await expect(page.frameLocator('iframe[title="Postmortem"]').getByRole('heading', { level: 1 })).toBeVisible();
    },
  },
  {
    name: 'library, happened before',
    show: async (page, core, incident) => {
      await fillLibrary(core, incident);
      await page.goto(`${core.url}/#/library/${incident}`);
      await expect(page.getByRole('list', { name: 'Similar past incidents' })).toBeVisible();
    },
  },
  {
    name: 'templates',
    show: async (page, core) => {
      await page.goto(`${core.url}/#/templates/google-sre`);
      const text = page.getByRole('textbox', { name: /^Template, YAML and Liquid/ });
      await expect(text).toContainText('wheelhouse-template/1');
      await expect(page.getByRole('region', { name: 'Preview of the draft' })).toContainText('Timeline');
      await text.press('ControlOrMeta+End');
      await page.keyboard.type('x');
      await expect(page.getByRole('list', { name: 'Faults of the text' })).toBeVisible();
    },
  },
  {
    name: 'settings',
    show: async (page, core) => {
      await page.goto(`${core.url}/#/settings`);
      await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    },
  },
  {
    name: 'palette',
    show: async (page, core, incident) => {
      await room(page, core, incident);
      await page.keyboard.press('ControlOrMeta+K');
      await expect(page.getByRole('dialog', { name: 'Find an action' })).toBeVisible();
    },
  },
  {
    name: 'keys',
    show: async (page, core, incident) => {
      await room(page, core, incident);
      await page.keyboard.press('F1');
      await expect(page.getByRole('complementary', { name: 'Keys for this screen' })).toBeVisible();
    },
  },
  { name: 'studio', show: (page, core, incident) => studio(page, core, incident) },
  {
    name: 'studio, writing',
    show: async (page, core, incident) => {
      await studio(page, core, incident);
      await writeTrigger(page);
    },
  },
  {
    name: 'studio, entries behind a claim',
    show: async (page, core, incident) => {
      await studio(page, core, incident);
      await page.getByRole('button', { name: /1 entry behind: .*runbook for rolling back/ }).press('Enter');
      await expect(page.getByRole('button', { name: /^Star: / }).first()).toBeVisible();
    },
  },
  { name: 'draft in Markdown', show: (page, core, incident) => draft(page, core, incident, 'Markdown') },
  { name: 'draft in HTML', show: (page, core, incident) => draft(page, core, incident, 'HTML') },
];

export interface Look {
  readonly name: 'dark' | 'light' | 'night';
  readonly settings: { readonly theme: 'dark' | 'light'; readonly night: boolean };
}

export const looks: readonly Look[] = [
  { name: 'dark', settings: { theme: 'dark', night: false } },
  { name: 'light', settings: { theme: 'light', night: false } },
  { name: 'night', settings: { theme: 'dark', night: true } },
];

/** Dresses the page; it keeps the look when it is loaded again. */
export async function wear(page: Page, core: RunningConsole, look: Look): Promise<void> {
  await page.evaluate((settings) => localStorage.setItem('wheelhouse.settings', JSON.stringify(settings)), look.settings);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', look.settings.theme);
  await expect(page.locator('html')).toHaveAttribute('data-night', look.settings.night ? 'on' : 'off');
  expect(page.url()).toContain(core.url);
}

/** Leaves the screen, so that the next one starts afresh: panels are closed, the composer is empty. */
export async function leave(page: Page): Promise<void> {
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
}
