/** Following a chart remembers where a way led: that is right only while a way without judgement depends on what is remembered with it. */
import { describe, expect, test } from 'vitest';
import { followChart } from '../../shared/incident/charts/ask.ts';
import { incidentChart } from '../../shared/incident/charts/incident.ts';
import { smallCharts } from '../../shared/incident/charts/small-charts.ts';

const event = (type: string, body: Record<string, unknown> = {}) => ({ type, at: 0, actor: 'kim', body });

describe('a way that was followed before', () => {
  test('depends on requirements, which are not judged, on what is remembered with it, and on nothing else', () => {
    const guards = [incidentChart, ...Object.values(smallCharts)].flatMap((chart) => Object.keys(chart.implementations.guards));
    expect(new Set(guards)).toEqual(
      new Set(['meets', 'tempoIs', 'hasInterval', 'isFinal', 'outcomeIs', 'willRetry', 'isLast', 'saysTheSame']),
    );
  });

  test('leads elsewhere once the audience has an interval, or the message is the final one', () => {
    for (let again = 0; again < 2; again += 1) {
      expect(followChart('cadence', 'scheduled', { ...event('severity.set'), hasInterval: true })).toBe('scheduled');
      expect(followChart('cadence', 'scheduled', event('severity.set'))).toBe('idle');
      expect(followChart('cadence', 'scheduled', event('update.sent'))).toBe('scheduled');
      expect(followChart('cadence', 'scheduled', event('update.sent', { final: true }))).toBe('stopped');
    }
  });

  test('leads elsewhere by what was settled, whether it is tried again, whether a message says the same, and whether an item was the last', () => {
    for (let again = 0; again < 2; again += 1) {
      for (const [outcome, state] of [
        ['arrived', 'arrived'],
        ['again', 'queued'],
        ['dropped', 'dropped'],
      ])
        expect(followChart('delivery', 'uncertain', event('delivery.settled', { outcome }))).toBe(state);
      expect(followChart('delivery', 'sending', event('delivery.refused', { retryAt: 5 }))).toBe('queued');
      expect(followChart('delivery', 'sending', event('delivery.refused'))).toBe('failed');
      expect(followChart('draft', 'approved', { ...event('update.redrafted'), saysTheSame: true })).toBe('approved');
      expect(followChart('draft', 'approved', event('update.redrafted'))).toBe('drafted');
      expect(followChart('checklist', 'open', { ...event('checklist.itemTicked'), isLast: true })).toBe('complete');
    }
  });

  test('stays impossible where the chart has no such way, and is not taken from another chart', () => {
    for (let again = 0; again < 2; again += 1) {
      expect(followChart('role', 'vacant', event('role.released'))).toBeUndefined();
      expect(followChart('cadence', 'idle', event('role.assigned'))).toBeUndefined();
      expect(followChart('role', 'vacant', event('role.assigned'))).toBe('held');
    }
  });
});
