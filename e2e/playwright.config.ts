import { chromiumArgs, findChromium } from "@parley/testing/processes";
import { defineConfig } from "@playwright/test";

const executablePath = findChromium();

/** Journeys over real processes. Each test has a server and a simulator of its own, so that all may run side by side. */
export default defineConfig({
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: "list",
  timeout: 30_000,
  globalTimeout: 15 * 60_000,
  expect: { timeout: 10_000 },
  projects: [
    { name: "server", testDir: ".", testMatch: "*.spec.ts", testIgnore: "designer/**" },
    {
      name: "designer",
      testDir: "designer",
      testMatch: "*.spec.ts",
      /** A page, a browser and a server share two cores with another test. */
      timeout: 90_000,
      use: {
        browserName: "chromium",
        actionTimeout: 15_000,
        launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args: [...chromiumArgs] },
        viewport: { width: 1440, height: 900 },
        contextOptions: { reducedMotion: "reduce" },
        locale: "en-GB",
        timezoneId: "UTC",
        screenshot: "only-on-failure",
      },
    },
  ],
});
