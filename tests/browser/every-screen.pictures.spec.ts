/** Pictures of every screen, at every size and in every look, for looking at: `npm run screenshots` writes them to `screenshots/`. */
import { fileURLToPath } from 'node:url';
import { sampleNames } from '../samples.ts';
import { addPerson, giveMuchWork } from './busy-work.ts';
import { expect, test } from './fixtures.ts';
import { RoomPage } from './room.ts';
import type { RunningConsole } from './running-console.ts';
import { busyConsole, fullSwing, leave, longTitle, looks, type Screen, screens, wear } from './screens.ts';

test.describe.configure({ mode: 'parallel' });

const folder = fileURLToPath(new URL('../../screenshots/', import.meta.url));
const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 390, height: 844 },
] as const;

/** Rooms that are worth a picture of their own. */
interface Rooms {
  readonly empty: string;
  readonly fiveLines: string;
  readonly fiveThousandLines: string;
  readonly longTitle: string;
  readonly german: string;
  readonly arabic: string;
  readonly drill: string;
  readonly muchWork: string;
}

async function moreRooms(core: RunningConsole): Promise<Rooms> {
  const declare = (title: string, impact: string) => core.declare(title, { severity: 2, impact });
  const empty = await core.declare('Something is odd with the invoices');
  const fiveLines = await declare('Mails are late', 'mails arrive after an hour');
  for (const text of ['queue at 40,000', 'a relay is full', '! relay 3 taken out', '? who owns relay 3', 'queue falls'])
    await core.cli(['log', fiveLines, text]);
  const fiveThousandLines = await declare('A long night', 'everything is slow');
  const lines = Array.from({ length: 5000 }, (_, index) => `line ${index + 1} of the night: replication lag at ${(index * 37) % 900} s`);
  await core.cli(['log', fiveThousandLines, '--plain', '-'], lines.join('\n'));
  const german = await declare(
    'Ausfall der Zahlungsdienstleisterschnittstellenüberwachung im Rechenzentrum Frankfurt',
    'Kundinnen und Kunden in Deutschland können seit 1:20 Uhr nicht bezahlen; die Sendungsverfolgungsbenachrichtigungen fehlen',
  );
  await core.write(german, 'Die Zahlungsdienstleisterschnittstellenüberwachung schlägt seit 01:20 fehl.');
  await core.write(german, 'Rückabwicklung der Änderung 88 beschlossen', { kind: 'decision' });
  const arabic = await declare('فشل الدفع في أوروبا بعد النشر رقم 88', 'العملاء في أوروبا لا يستطيعون الدفع منذ الساعة 01:20');
  await core.write(arabic, 'معدل الأخطاء 20 % في كل المناطق', { kind: 'detection' });
  await core.write(arabic, 'بدأ التراجع عن النشر 88 (deploy 88) في فرانكفورت', { kind: 'action' });
  await core.run(arabic, { type: 'summary.set', text: 'يفشل الدفع منذ النشر 88. بدأ التراجع.' });
  const drill = await fullSwing(core, 'drill');
  const long = await fullSwing(core);
  await core.run(long, { type: 'incident.amend', title: longTitle });
  const muchWork = await declare('Every shard is slow', 'nobody can pay');
  const sam = await addPerson(core, muchWork, { name: 'Sam Lee' });
  const ada = await addPerson(core, muchWork, { name: 'Ada Lovelace' });
  await giveMuchWork(core, muchWork, { sam, ada }, 200);
  return { muchWork, empty, fiveLines, fiveThousandLines, german, arabic, drill, longTitle: long };
}

function roomScreen(name: string, incident: string): Screen {
  return {
    name,
    show: async (page, core) => {
      const room = await RoomPage.open(page, core, incident);
      await expect(room.timeline.locator('[data-line]').first()).toBeVisible();
    },
  };
}

for (const look of looks) {
  test(`every screen in the ${look.name} look`, async ({ page, core, faults }) => {
    faults.allow(/Blocked script execution/, /ERR_|WebSocket connection to/);
    let size: (typeof sizes)[number] = sizes[0];
    const take = async (name: string) => {
      await page.evaluate(() => document.fonts.ready);
      const path = `${folder}${size.width}x${size.height}/${look.name}/${name.replaceAll(/[^\w]+/g, '-').toLowerCase()}.png`;
      await page.screenshot({ path, animations: 'disabled' });
    };
    const takeAtEverySize = async (name: string) => {
      for (size of sizes) {
        await page.setViewportSize(size);
        await take(name);
      }
    };

    await page.goto(core.opened);
    await wear(page, core, look);
    await expect(page.getByRole('textbox', { name: 'Name' })).toBeVisible();
    await takeAtEverySize('name question');
    await page.getByRole('textbox', { name: 'Name' }).fill('Kim');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: 'Samples' }).getByRole('listitem')).toHaveCount(sampleNames.length);
    await takeAtEverySize('home empty');

    const incident = await busyConsole(core);
    const rooms = await moreRooms(core);
    const all: readonly Screen[] = [
      ...screens,
      roomScreen('room at triage, empty', rooms.empty),
      roomScreen('room of 5 lines', rooms.fiveLines),
      roomScreen('room of 5000 lines', rooms.fiveThousandLines),
      roomScreen('room of 200 open things', rooms.muchWork),
      roomScreen('room in German', rooms.german),
      roomScreen('room in Arabic', rooms.arabic),
      roomScreen('room of a drill', rooms.drill),
      roomScreen('room with a long title', rooms.longTitle),
    ];
    for (size of sizes) {
      await page.setViewportSize(size);
      for (const screen of all) {
        await screen.show(page, core, incident);
        await take(screen.name);
        await leave(page);
      }
    }

    const room = await RoomPage.open(page, core, incident);
    await room.composer.fill('half a line');
    await core.kill();
    await expect(page.getByRole('alert')).toContainText('Not recording');
    await takeAtEverySize('not recording');
  });
}
