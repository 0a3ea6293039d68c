import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withCharts } from '../../electron/draw-charts.ts';
import { drawCharts } from '../../shared/incident/charts/draw.ts';

test('ARCHITECTURE.md shows the charts that the code has', () => {
  const document = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8');
  expect(withCharts(document)).toBe(document);
});

test('a document without a place for the charts is refused', () => {
  expect(() => withCharts('# Architecture')).toThrow('no place for the charts');
});

test('each chart is one state diagram with its requirements on the ways', () => {
  const drawn = drawCharts();
  expect(drawn.map(({ name }) => name)).toEqual([
    'incident: lifecycle',
    'incident: command',
    'incident: tempo',
    'role',
    'cadence',
    'task',
    'hypothesis',
    'decision',
    'lever',
    'person',
    'draft',
    'delivery',
    'checklist',
    'checklistItem',
    'meeting',
  ]);
  const [incident, , , role, cadence] = drawn;
  expect(incident?.mermaid).toContain(
    'lifecycle_open_triage --> lifecycle_open_investigating : incident.accepted [severity, command, requiredItems]',
  );
  expect(role?.mermaid).toContain('held --> held : role.assumed [reasonWhenHeld]');
  expect(cadence?.mermaid).toContain('scheduled --> snoozed : cadence.snoozed [onceInARow]');
});
