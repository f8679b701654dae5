import { expect } from "@playwright/test";
import { makeDataFolder, serverProgram, startChild, test } from "@parley/testing/processes";

test("a second server on the same port says so in a sentence, and the first goes on", async ({ world }) => {
  await using data = await makeDataFolder();
  const env = {
    PARLEY_DATA_DIR: data.path,
    PARLEY_PORT: new URL(world.server.url).port,
    PARLEY_SIMULATOR_PORT: "0",
  };
  await using second = startChild({ name: "The second server", args: [serverProgram], env });

  expect(await second.exited).toEqual({ code: 1, signal: null });
  expect(second.output()).toContain("choose another PARLEY_PORT");
  expect(second.output()).not.toContain("    at ");
  expect((await world.server.api.status()).eventsWaiting).toBe(0);
});
