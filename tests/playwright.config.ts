/** Playwright in three projects: the built console in Chromium, pictures of every screen, and the packaged desktop app. `npm test` and its siblings choose. */
import { defineConfig } from '@playwright/test';
import { findChromium } from './chromium.ts';

const executablePath = findChromium();
const chromium = { launchOptions: executablePath ? { executablePath } : {} };

export default defineConfig({
  outputDir: '../test-results',
  forbidOnly: process.env.CI !== undefined,
  fullyParallel: false,
  workers: 2,
  // A slow machine may miss a moment once; what fails twice is broken. What needed its second try is reported as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'browser', testDir: './browser', testMatch: '**/*.spec.ts', testIgnore: '**/*.pictures.spec.ts', use: chromium },
    { name: 'pictures', testDir: './browser', testMatch: '**/*.pictures.spec.ts', use: chromium, timeout: 300_000 },
    { name: 'desktop', testDir: './desktop', testMatch: '**/*.spec.ts', workers: 1, timeout: 45_000 },
  ],
});
