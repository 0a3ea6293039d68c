/** An incident with 200 open things: what a command on one of them costs at the desk, and how long the room takes to show it, beside the same incident with none. */
import { randomUUID } from 'node:crypto';
import type { Desk } from '../../electron/core/desk/desk.ts';
import type { CommandDraft } from '../../shared/incident/commands.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { assertHolds, type BenchGround, timed } from './bench-ground.ts';
import { browserVersion, noBrowser, openBrowser } from './browser-page.ts';
import { distributionOf, medianOfRounds, type Report, type Row, ratio } from './figures.ts';
import { type ListeningWindow, listenForLines } from './room-frames.ts';
import { openDesk, openForSeeding } from './seed.ts';
import { buildConsole, serveConsole, signIn } from './serving.ts';

const actor = { id: randomUUID(), name: 'Kim', via: 'app' as const };
/** Of 200: half tasks, the rest shared among what else stays open. */
const parts = { tasks: 100, hypotheses: 40, decisions: 20, questions: 30, levers: 10 } as const;

interface Night {
  readonly dataDir: string;
  readonly incidentId: string;
}

/** Measures tasks added and finished in turns, so that as many stay open; then the same line typed into both rooms. */
export async function measureOpenThings(ground: BenchGround): Promise<Report> {
  const full = await seeded(ground, 'full');
  const bare = await seeded(ground, 'bare');
  const commands = { full: [] as number[][], bare: [] as number[][] };
  for (const [name, night] of [
    ['full', full],
    ['bare', bare],
  ] as const) {
    commands[name] = await commandTimes(ground, night);
  }
  const rooms = await roomTimes(ground, full, bare);
  const [own, empty] = [medianOfRounds(commands.full), medianOfRounds(commands.bare)];
  const rows: Row[] = [
    { says: 'desk: decide and append, 200 things open', unit: 'ms', figure: own },
    { says: 'desk: the same with none open', unit: 'ms', figure: empty },
    { says: 'room: Enter to painted, 200 things open', unit: 'ms', figure: rooms?.full ?? noBrowser },
    { says: 'room: the same with none open', unit: 'ms', figure: rooms?.bare ?? noBrowser },
  ];
  return {
    title: 'Two hundred open things',
    rows,
    remarks: [
      ratio('desk', own, 'with none open', empty),
      ...(rooms ? [ratio('room', rooms.full, 'with none open', rooms.bare), rooms.browser] : []),
    ],
  };
}

async function seeded(ground: BenchGround, kind: 'full' | 'bare'): Promise<Night> {
  const dataDir = ground.fresh(`things-${kind}`);
  const store = openForSeeding(dataDir);
  const desk = await openDesk(dataDir, store);
  const declared = await desk.run({ type: 'incident.declare', commandId: randomUUID(), title: 'Checkout fails', severity: 2 }, actor);
  assertHolds(declared.ok, 'the desk refused a declaration');
  const incidentId = declared.value[0]?.incidentId ?? '';
  if (kind === 'full') {
    await openThings(desk, incidentId);
    assertHolds(openOf(await viewOf(desk, incidentId)) === 200, 'not 200 things are open');
  }
  await store.close();
  return { dataDir, incidentId };
}

async function openThings(desk: Desk, incidentId: string): Promise<void> {
  const send = async (draft: CommandDraft): Promise<string> => {
    const answer = await desk.run({ ...draft, commandId: randomUUID(), incidentId } as Parameters<Desk['run']>[0], actor);
    assertHolds(answer.ok, `the desk refused ${draft.type}`);
    return answer.value.at(-1)?.id ?? '';
  };
  const people = [await send({ type: 'person.add', name: 'Ada' }), await send({ type: 'person.add', name: 'Sam' })];
  for (let number = 0; number < parts.tasks; number += 1)
    await send({ type: 'task.add', text: `look at host ${number}`, to: people[number % 2] ?? '', minutes: 30 + number });
  for (let number = 0; number < parts.hypotheses; number += 1) await send({ type: 'hypothesis.open', text: `cause number ${number}` });
  for (let number = 0; number < parts.decisions; number += 1) await send({ type: 'decision.propose', text: `way ${number}`, next: 'poll' });
  for (let number = 0; number < parts.questions; number += 1)
    await send({ type: 'entry.add', kind: 'question', text: `who knows ${number}?` });
  for (let number = 0; number < parts.levers; number += 1)
    await send({ type: 'lever.lease', lever: `lever-${number}`, name: `Lever ${number}`, minutes: 60 });
}

function openOf(view: IncidentView): number {
  const running = view.tasks.filter(({ timebox }) => timebox !== undefined).length;
  const alive = view.hypotheses.filter(({ state }) => state === 'open').length;
  const polling = view.decisions.filter(({ state }) => state === 'polling').length;
  const waiting = view.questions.filter(({ answer }) => answer === undefined).length;
  return running + alive + polling + waiting + view.levers.filter(({ state }) => state === 'leased').length;
}

async function viewOf(desk: Desk, incidentId: string): Promise<IncidentView> {
  const shown = await desk.incident(incidentId);
  if (!shown.ok) throw new Error(shown.error.message);
  return shown.value.view;
}

async function commandTimes(ground: BenchGround, night: Night): Promise<number[][]> {
  const { dataDir } = ground.copy({ dataDir: night.dataDir, incidentIds: [night.incidentId], events: 0 });
  const store = openForSeeding(dataDir);
  const desk = await openDesk(dataDir, store);
  const { rounds, appends } = ground.sizes;
  const taken: number[][] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const times: number[] = [];
    for (let turn = 0; turn < appends / 2; turn += 1) {
      let task = '';
      const send = async (draft: CommandDraft): Promise<void> => {
        const answer = await desk.run(
          { ...draft, commandId: randomUUID(), incidentId: night.incidentId } as Parameters<Desk['run']>[0],
          actor,
        );
        assertHolds(answer.ok, `the desk refused ${draft.type}`);
        task = answer.value.find(({ type }) => type === 'task.added')?.id ?? task;
      };
      times.push(await timed(() => send({ type: 'task.add', text: 'look again', minutes: 5 })));
      times.push(await timed(() => send({ type: 'task.finish', task })));
    }
    if (round > 0) taken.push(times);
  }
  await store.close();
  return taken;
}

async function roomTimes(ground: BenchGround, full: Night, bare: Night) {
  const browser = await openBrowser(ground.fresh('profile'));
  if (!browser) return undefined;
  try {
    await buildConsole();
    const figures = { full: [] as number[], bare: [] as number[] };
    for (const [name, night] of [
      ['full', full],
      ['bare', bare],
    ] as const) {
      const served = await serveConsole(night.dataDir, 0);
      const page = await browser.newPage();
      await signIn(page, served.url);
      await page.goto(`${served.url}/#/incident/${night.incidentId}`);
      await page.waitForSelector('#room-timeline [data-line]');
      await page.evaluate(listenForLines, { list: '#room-timeline', acknowledged: '/call/commands.run' });
      for (let line = 0; line < ground.sizes.lines + 5; line += 1) {
        const text = `a line in the ${name} room, ${line}`;
        await page.focus('#room-composer');
        await page.keyboard.type(text);
        const times = page.evaluate((wanted) => (window as unknown as ListeningWindow).lineTimes(wanted), text);
        await page.keyboard.press('Enter');
        const { drawn } = await times;
        if (line >= 5) figures[name].push(drawn);
      }
      await page.close();
      await served.stop();
    }
    return { full: distributionOf(figures.full), bare: distributionOf(figures.bare), browser: `${browserVersion(browser)}.` };
  } finally {
    await browser.close();
  }
}
