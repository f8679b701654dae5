import { expect, test } from "@playwright/test";
import { makeDataFolder, serverProgram, startChild } from "@parley/testing/processes";

const secret = "a-secret-that-nobody-may-read";

test("a configuration that is not right stops the start with a table of what is wrong", async () => {
  await using data = await makeDataFolder();
  await using server = startChild({
    name: "The server",
    args: [serverProgram],
    env: {
      PARLEY_DATA_DIR: data.path,
      PARLEY_PORT: "eighty",
      PARLEY_LOG_LEVEL: "loud",
      PARLEY_SECRET_KEY: secret,
      PARLEY_PROT: "4280",
    },
  });

  expect(await server.exited).toEqual({ code: 1, signal: null });
  const said = server.output();
  expect(said).toMatch(/^The configuration is not right:\n/);
  for (const name of ["PARLEY_PORT", "PARLEY_LOG_LEVEL", "PARLEY_SECRET_KEY", "PARLEY_PROT"]) {
    expect(said).toMatch(new RegExp(`^ {2}${name} +\\S`, "m"));
  }
  expect(said).toContain("loud");
  expect(said).not.toContain(secret);
});

test("a number with half its settings stops the start, and so does an open door without a token", async () => {
  await using data = await makeDataFolder();
  const start = async (env: Record<string, string>) => {
    const ports = { PARLEY_PORT: "0", PARLEY_SIMULATOR_PORT: "0" };
    const settings = { PARLEY_DATA_DIR: data.path, ...ports, ...env };
    await using server = startChild({ name: "The server", args: [serverProgram], env: settings });
    return { ...(await server.exited), said: server.output() };
  };

  const half = await start({ PARLEY_CLOUD_API_PHONE_NUMBER_ID: "1", PARLEY_CLOUD_API_ACCESS_TOKEN: secret });
  expect(half).toMatchObject({ code: 1, said: expect.stringMatching(/PARLEY_CLOUD_API_APP_SECRET +is missing/) });
  expect(half.said).not.toContain(secret);

  const open = await start({ PARLEY_HOST: "0.0.0.0" });
  expect(open).toMatchObject({ code: 1, said: expect.stringContaining("set PARLEY_ADMIN_TOKEN") });
});
