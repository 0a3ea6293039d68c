/** All Vitest projects: unit and property tests in three time zones, and the tests that touch a disk, a server or a process in one. */
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** A day that begins elsewhere, a half-hour offset, and a zone west of UTC with daylight saving. */
const zones = ['UTC', 'Asia/Kolkata', 'America/Los_Angeles'];

export default defineConfig({
  root,
  test: {
    // On two cores Vitest would take one: much of the time goes by while programs start and disks answer.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      ...zones.map((zone) => ({
        root,
        test: {
          name: `unit ${zone}`,
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/property/**/*.test.ts'],
          env: { TZ: zone },
          testTimeout: 120_000,
          pool: 'forks' as const,
          // Pure code keeps nothing between files that a test could see: loading it once for each worker halves the time.
          isolate: false,
        },
      })),
      {
        root,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          pool: 'forks' as const,
          testTimeout: 60_000,
        },
      },
      {
        root,
        test: { name: 'crash', include: ['tests/crash/**/*.test.ts'], pool: 'forks' as const, testTimeout: 240_000 },
      },
    ],
  },
});
