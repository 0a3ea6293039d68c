/** What it costs to ask hundreds of open incidents what falls due, beside a plain sort of the same times; and how late a real console writes down that something fell due, beside a bare timer. */
import { openConsole } from '../../electron/core/console.ts';
import { deadlines } from '../../shared/incident/deadlines.ts';
import { schedule } from '../../shared/incident/schedule.ts';
import type { IncidentView } from '../../shared/incident/view.ts';
import { audiences } from '../../shared/vocabulary/words.ts';
import { minute, PaperConsole } from '../fixtures/paper-console.ts';
import { assertHolds, type BenchGround } from './bench-ground.ts';
import { type Distribution, distributionOf, medianOfRounds, type Report, type Row, ratio } from './figures.ts';

/** Different nights; the rest are copies under ids of their own. */
const nights = 25;
const looksInARound = 60;
/** Between two deadlines of the console that is timed. */
const apartMs = 150;

/** Asks all incidents as one look of the watch does, in turns with the sort; then waits for real deadlines of a real console. */
export async function measureDeadlines(ground: BenchGround): Promise<Report> {
  const { incidents, rounds } = ground.sizes;
  const { views, now } = busyViews(incidents);
  const rows = views.map((view) => deadlines(view));
  const count = rows.flat().length;
  assertHolds(count > incidents * 8, `${count} deadlines in ${incidents} incidents are not busy ones`);
  const taken = { look: [] as number[][], changed: [] as number[][], sort: [] as number[][], schedule: [] as number[][] };
  for (let round = 0; round <= rounds; round += 1) {
    const look = timesOf(() => soonest(views));
    const changed = timesOf(() => views.map((view) => ({ ...view })), soonest);
    const sort = timesOf(() => rows.map((own) => own.toReversed().toSorted(byDue)));
    const ahead = timesOf(() => views.map((view) => schedule(view, now).length));
    // The first round warms everything up.
    if (round === 0) continue;
    taken.look.push(look);
    taken.changed.push(changed);
    taken.sort.push(sort);
    taken.schedule.push(ahead);
  }
  const [look, changed, sort, ahead] = [taken.look, taken.changed, taken.sort, taken.schedule].map(medianOfRounds) as [
    Distribution,
    Distribution,
    Distribution,
    Distribution,
  ];
  const late = await lateness(ground);
  const table: Row[] = [
    { says: `deadlines() of ${incidents} incidents, one look of the watch`, unit: 'ms', figure: look },
    { says: 'the same where every one of them has changed', unit: 'ms', figure: changed },
    { says: 'toSorted of the same times, an incident at a time', unit: 'ms', figure: sort },
    { says: `schedule() of ${incidents} incidents`, unit: 'ms', figure: ahead },
    { says: 'a deadline to its event on disk, by a real console', unit: 'ms', figure: late.console },
    { says: 'the same moments to the call of a bare setTimeout', unit: 'ms', figure: late.timer },
  ];
  return {
    title: `What falls due: ${count} deadlines in ${incidents} open incidents`,
    rows: table,
    remarks: [
      ratio('a look where all changed', changed, 'a plain sort', sort),
      ratio('a look where none did', look, 'a plain sort', sort),
      `Lateness: ${late.console.p50} ms against ${late.timer.p50} ms of a bare setTimeout (p50), ${late.console.p99} against ${late.timer.p99} (p99).`,
      `${Math.min(nights, incidents)} different nights; the others are copies of them. ${late.count} deadlines of the console, ${apartMs} ms apart.`,
    ],
  };
}

const byDue = (a: { readonly dueAt: number }, b: { readonly dueAt: number }): number => a.dueAt - b.dueAt;

const soonest = (views: readonly IncidentView[]): number =>
  Math.min(...views.map((view) => deadlines(view)[0]?.dueAt ?? Number.POSITIVE_INFINITY));

/** Milliseconds of each act; what is prepared for it is not counted. */
function timesOf<T>(prepare: () => T, act?: (prepared: T) => unknown): number[] {
  return Array.from({ length: looksInARound }, () => {
    const prepared = act ? prepare() : undefined;
    const started = performance.now();
    if (act) act(prepared as T);
    else prepare();
    return performance.now() - started;
  });
}

/** Open SEV1s in their second hour: five promises, a deadline by law, tasks and tests that run, a handoff that was offered, relief that was planned. */
function busyViews(count: number): { readonly views: readonly IncidentView[]; readonly now: number } {
  const consoles = Array.from({ length: Math.min(nights, count) }, (_, index) => busyNight(index));
  const views = Array.from({ length: count }, (_, index): IncidentView => {
    const view = consoles[index % consoles.length]?.view;
    assertHolds(view !== undefined, 'no night was made');
    return index < consoles.length ? view : { ...structuredClone(view), id: `${view.id}-${index}` };
  });
  return { views, now: consoles[0]?.now ?? 0 };
}

function busyNight(index: number): PaperConsole {
  const console = new PaperConsole();
  console.does({ type: 'incident.declare', title: `Night ${index}`, severity: 1 });
  console.does({ type: 'person.add', name: 'Sam' });
  const sam = Object.values(console.view.people).find(({ name }) => name === 'Sam')?.id ?? '';
  for (let line = 0; line < 20 + index; line += 1) console.does({ type: 'entry.add', kind: 'note', text: `line ${line}` });
  for (const [place, audience] of audiences.entries()) {
    const nextAt = console.now + (30 + index + place * 7) * minute;
    console.does({ type: 'update.send', audiences: [audience], text: 'We look.', nextAt });
  }
  console.does({ type: 'cadence.setDeadline', audience: 'partners', at: console.now + (60 + index) * minute, says: 'by law' });
  for (let task = 0; task < 4; task += 1) console.does({ type: 'task.add', text: `look ${task}`, to: sam, minutes: 20 + task + index });
  console.does({ type: 'hypothesis.open', text: 'the deploy' });
  console.does({
    type: 'hypothesis.test',
    hypothesis: console.view.hypotheses[0]?.id ?? '',
    test: 'roll one back',
    tester: sam,
    minutes: 25,
  });
  console.does({ type: 'handoff.offer', to: sam });
  console.does({ type: 'relief.plan', person: sam, from: console.now + 90 * minute });
  return console;
}

/** Deadlines by hand of a real console, on this disk and by this machine's clock: from the moment that was set to the event that says so. */
async function lateness(ground: BenchGround) {
  const opened = await openConsole({ dataDir: ground.fresh('late'), ownerName: 'Kim', zone: 'UTC' });
  assertHolds(opened.ok, 'the console did not open');
  const console = opened.value;
  const run = async (command: Readonly<Record<string, unknown>>): Promise<string> => {
    const done = await console.router.call(console.owner('app'), 'commands.run', { commandId: crypto.randomUUID(), ...command });
    assertHolds(done.ok, `${String(command.type)} was refused`);
    return (done.value as { readonly events: readonly { readonly incidentId: string }[] }).events[0]?.incidentId ?? '';
  };
  const incidents = Math.max(3, Math.round(ground.sizes.lines / 2));
  const ids: string[] = [];
  for (let index = 0; index < incidents; index += 1) ids.push(await run({ type: 'incident.declare', title: `Late ${index}`, severity: 5 }));
  const moments = ids.flatMap((incidentId) => audiences.map((audience) => ({ incidentId, audience })));
  const begins = Date.now() + 1000 + moments.length * 10;
  for (const [index, moment] of moments.entries()) await run({ type: 'cadence.setDeadline', ...moment, at: begins + index * apartMs });
  assertHolds(Date.now() < begins, 'the first deadline fell due before the last was set');
  const timers = await Promise.all(moments.map((_, index) => timerLateness(begins + index * apartMs)));
  // The last one has its while to be written, too.
  await timerLateness(Date.now() + 1000);
  const late: number[] = [];
  for (const id of ids) {
    const events = await console.router.call(console.owner('app'), 'incidents.events', { id });
    assertHolds(events.ok, 'the events cannot be read');
    const written = (
      events.value as { readonly events: readonly { readonly type: string; readonly recordedAt: number; readonly body: unknown }[] }
    ).events;
    for (const { type, recordedAt, body } of written)
      if (type === 'update.fellDue') late.push(recordedAt - (body as { readonly dueAt: number }).dueAt);
  }
  await console.close();
  assertHolds(late.length === moments.length, `${late.length} of ${moments.length} deadlines were written down`);
  assertHolds(
    late.every((ms) => ms >= 0),
    'a deadline was written down before it fell due',
  );
  return { console: distributionOf(late), timer: distributionOf(timers), count: moments.length };
}

function timerLateness(at: number): Promise<number> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(Math.max(0, Date.now() - at)), at - Date.now());
  });
}
