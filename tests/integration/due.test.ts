import { describe, expect, test, vi } from 'vitest';
import { wheelhouse } from '../fixtures/command-line.ts';
import { newFolder } from '../fixtures/data-folders.ts';

// Each step is a process of its own, and a busy machine starts them slowly.
vi.setConfig({ testTimeout: 180_000 });

const oneLine = /^wheelhouse: [^\n]+\n$/;

interface DueJson {
  readonly at: number;
  readonly atIso: string;
  readonly items: readonly {
    readonly incident: { readonly id: string; readonly zone: string };
    readonly at: number;
    readonly atIso: string;
    readonly local: string;
    readonly kind: string;
    readonly standing: string;
  }[];
}

const cli = (data: string, ...args: readonly string[]) => wheelhouse(args, { data });

const dueIn = async (dataDir: string, ...args: readonly string[]) =>
  JSON.parse((await cli(dataDir, 'due', ...args, '--json')).out) as DueJson;

describe('wheelhouse due', () => {
  test('says what falls due, in the zone of the incident and as it stands at a time', async () => {
    const data = newFolder();
    const id = (await cli(data, 'declare', 'Cards fail', '--severity', '1', '--zone', 'Asia/Kolkata')).out.trim();
    await cli(data, 'log', id, '/deadline partners 72h by law');

    const text = await cli(data, 'due', id);
    expect(text).toMatchObject({ code: 0, errors: '' });
    const [head, first] = text.out.split('\n');
    expect(head).toMatch(/Cards fail · SEV1 · times in /);
    expect(first).toMatch(/^ {2}\d\d:\d\d +in \d min +first update to customers {2}\(/);
    expect(text.out).toContain('deadline for partners: by law');

    const now = await dueIn(data, id);
    const target = now.items.find(({ kind }) => kind === 'target');
    expect(target).toMatchObject({ standing: 'ahead', incident: { id, zone: 'Asia/Kolkata' } });
    expect(Date.parse(target?.atIso ?? '')).toBe(target?.at);
    // Kolkata is five and a half hours ahead, all year round.
    expect(target?.local).toBe(new Date((target?.at ?? 0) + 5.5 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '));

    const later = await dueIn(data, id, '--at', '+2h');
    expect(later.at - now.at).toBeGreaterThanOrEqual(2 * 3_600_000);
    expect(later.items.find(({ kind }) => kind === 'target')?.standing).toBe('overdue');
    const dated = await dueIn(data, id, '--at', '2027-01-04 09:00');
    expect(dated.atIso).toBe('2027-01-04T03:30:00.000Z');
  });

  test('without an incident shows all that are open, and none that ended', async () => {
    const data = newFolder();
    const three = (await cli(data, 'declare', 'A slip', '--severity', '2')).out.trim();
    await cli(data, 'log', three, '/cancel a slip');
    expect(await cli(data, 'due')).toMatchObject({ code: 0, out: 'Nothing falls due: no incident is open.\n' });
    const one = (await cli(data, 'declare', 'Cards fail', '--severity', '1')).out.trim();
    const two = (await cli(data, 'declare', 'Login is slow', '--severity', '2')).out.trim();
    const incidents = new Set((await dueIn(data)).items.map(({ incident }) => incident.id));
    expect(incidents).toEqual(new Set([one, two]));
    const text = await cli(data, 'due');
    expect(text.out.match(/Cards fail|Login is slow|A slip/g)).toEqual(expect.arrayContaining(['Cards fail', 'Login is slow']));
    expect(text.out).not.toContain('A slip');
  });

  test('says in one line what is wrong', async () => {
    const data = newFolder();
    const id = (await cli(data, 'declare', 'Cards fail', '--severity', '1')).out.trim();
    for (const time of ['soon', '25:00', '2026-02-30 09:00', '12']) {
      const wrong = await cli(data, 'due', id, '--at', time);
      expect(wrong.code, time).toBe(2);
      expect(wrong.errors).toMatch(oneLine);
      expect(wrong.errors).toContain('--at is a time such as');
    }
    expect(await cli(data, 'due', 'inc-999')).toMatchObject({ code: 1, out: '', errors: expect.stringMatching(oneLine) });
    const before = await cli(data, 'due', id, '--at', '-2h');
    expect(before).toMatchObject({ code: 1, out: '' });
    expect(before.errors).toContain('nothing of this incident had been written down by -2h');
  });
});
