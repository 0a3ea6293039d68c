import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { playbookFiles } from '../../electron/print-playbook.ts';
import { defaultPlaybook } from '../../shared/playbook/default-playbook.ts';
import { type Form, formAt, playbookJsonSchema } from '../../shared/playbook/json-schema.ts';
import { readPlaybook } from '../../shared/playbook/read-playbook.ts';
import { type Playbook, playbookFileSchema } from '../../shared/playbook/schema.ts';
import { writePlaybook } from '../../shared/playbook/write-playbook.ts';

const folder = new URL('../../resources/playbook/', import.meta.url);
const shipped = (name: string) => readFileSync(new URL(name, folder), 'utf8');
// Another package's own validator: it comes with what packs the app, and is used where it is there.
const validator = join(fileURLToPath(new URL('../../node_modules', import.meta.url)), 'ajv', 'dist', '2020.js');

async function validatorOf(schema: object): Promise<(value: unknown) => boolean> {
  const { default: Ajv } = await import(validator);
  const made = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
  return (value) => made(value) as boolean;
}

describe('the files of the playbook', () => {
  test.each([...playbookFiles()])('%s is what the code says; npm run playbook writes it anew', (name, text) => {
    expect(shipped(name)).toBe(text);
  });

  test('the guide names every slot with its sentence', () => {
    const guide = shipped('README.md');
    const text = String(formAt(['updateTemplates', 0, 'text'])?.description);
    for (const [slot] of text.matchAll(/\{[a-zA-Z]+\}/g)) expect(guide).toContain(`| \`${slot}\` |`);
  });
});

describe('a playbook as text', () => {
  test('is read back as it was', () => {
    expect(readPlaybook(writePlaybook(defaultPlaybook))).toEqual({ ok: true, value: defaultPlaybook });
  });

  test('is the same text in whichever order its keys came', () => {
    const backwards = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(backwards);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, part]) => [key, backwards(part)]),
      );
    };
    expect(writePlaybook(backwards(defaultPlaybook) as Playbook)).toBe(writePlaybook(defaultPlaybook));
  });

  test('begins by saying what it is and where its form is, and says above each section what it is for', () => {
    const text = writePlaybook(defaultPlaybook);
    expect(text).toMatch(/^# A playbook of Wheelhouse/);
    expect(text).toContain('\n# yaml-language-server: $schema=./playbook.schema.json\n');
    for (const [key, { description }] of Object.entries(playbookJsonSchema().properties ?? {})) {
      expect(text).toContain(`\n# ${description}\n${key}:`);
    }
  });

  test('repeats what is shared, so that each part can be changed by itself', () => {
    expect(writePlaybook(defaultPlaybook)).not.toMatch(/[&*]a\d/);
  });

  test('leaves out what is absent, and keeps null, which says that there is no clock', () => {
    const { long: _long, ...customers } = defaultPlaybook.cadences.customers;
    const playbook = { ...defaultPlaybook, cadences: { ...defaultPlaybook.cadences, customers: { ...customers, monitoring: null } } };
    const read = readPlaybook(writePlaybook(playbook));
    expect(read).toEqual({ ok: true, value: playbook });
    expect(read.ok && 'long' in read.value.cadences.customers).toBe(false);
  });

  test('keeps words that older readers of YAML take for something else', () => {
    const labels = ['yes', 'no', 'on', 'off', 'null', 'true', '0x1f', '1e3', '12'];
    const playbook = { ...defaultPlaybook, labels, name: ' # "quoted": \\ and\ttabbed \u0007\u2028 ☎ ' };
    expect(readPlaybook(writePlaybook(playbook))).toEqual({ ok: true, value: playbook });
    expect(parse(writePlaybook(playbook), { version: '1.1' })).toMatchObject({ labels });
  });
});

describe('the JSON Schema', () => {
  test('says of every key what it is for', () => {
    const silent: string[] = [];
    const walk = (form: Form, path: readonly string[]): void => {
      for (const [key, part] of Object.entries(form.properties ?? {})) {
        const named = /^[1-5]$/.test(key) || (path.at(-1) === 'cadences' && part.title === 'Cadence');
        if (!named && part.description === undefined) silent.push([...path, key].join('.'));
        walk(part, [...path, key]);
      }
      if (form.items) walk(form.items, [...path, '*']);
    };
    walk(playbookJsonSchema(), []);
    expect(silent).toEqual([]);
  });

  test('refuses keys that it does not know, everywhere', () => {
    const open: string[] = [];
    const walk = (form: Form, path: string): void => {
      if (form.type === 'object' && form.additionalProperties !== false) open.push(path);
      for (const [key, part] of Object.entries(form.properties ?? {})) walk(part, `${path}.${key}`);
      if (form.items) walk(form.items, `${path}.*`);
    };
    walk(playbookJsonSchema(), '');
    expect(open).toEqual([]);
  });

  test.skipIf(!existsSync(validator))('judges as the console does, by a validator that is not ours', async () => {
    const valid = await validatorOf(JSON.parse(shipped('playbook.schema.json')));
    expect(valid(parse(shipped('default.yaml')))).toBe(true);
    const wrong: readonly Readonly<Record<string, unknown>>[] = [
      { reopenDays: 0 },
      { reopenDays: 1.5 },
      { version: 2 },
      { extra: 1 },
      { labels: ['Not A Key'] },
      { triage: [{ ...defaultPlaybook.triage[0], unsure: 6 }] },
      { aloneMinutes: { 6: 1 } },
      { severities: { ...defaultPlaybook.severities, 5: undefined } },
      { cadences: { ...defaultPlaybook.cadences, press: defaultPlaybook.cadences.staff } },
      { checklists: [{ ...defaultPlaybook.checklists[0], items: Array(10).fill({ id: 'x', says: 'x' }) }] },
    ];
    for (const part of wrong) {
      const value = JSON.parse(JSON.stringify({ ...defaultPlaybook, ...part }));
      expect(playbookFileSchema.safeParse(value).success, JSON.stringify(part).slice(0, 60)).toBe(false);
      expect(valid(value), JSON.stringify(part).slice(0, 60)).toBe(false);
    }
  });
});
