import { expect, test } from "@playwright/test";
import {
  askJson,
  type Child,
  createApi,
  makeDataFolder,
  phoneProgram,
  readStories,
  serverProgram,
  startChild,
} from "@parley/testing/processes";

/** Starts a server as a newcomer does, but for the ports and the folder. */
async function startFresh(dataDir: string): Promise<Child & { readonly url: string; readonly simulatorUrl: string }> {
  const env = { PARLEY_DATA_DIR: dataDir, PARLEY_PORT: "0", PARLEY_SIMULATOR_PORT: "0" };
  const child = startChild({ name: "The server", args: [serverProgram], env });
  const [, url = "", simulatorUrl = ""] = await child.line(
    (line) => /^Parley runs at (\S+) with a gateway simulator at (\S+)\.$/.exec(line) ?? undefined,
  );
  return { ...child, url, simulatorUrl };
}

/** Has a conversation in the terminal phone, and gives what stood on its screen. */
async function talk(simulatorUrl: string, lines: readonly string[]): Promise<string> {
  await using phone = startChild({
    name: "The phone",
    args: [phoneProgram, "--simulator", simulatorUrl],
    input: `${lines.join("\n")}\n`,
  });
  expect(await phone.exited).toEqual({ code: 0, signal: null });
  return phone.output();
}

const wayToTheEnd = [
  "n2.onBegin",
  "n3.onDeliveryReportSuccess",
  "n4.whatsapp.mo",
  "n5.track",
  "n6.onSuccess",
  "n9.onRead",
  "n10.onSuccess",
];

test("without any configuration the example answers in the terminal, and a restart remembers it", async () => {
  await using data = await makeDataFolder();
  const stories = [{ flowId: "order-status", status: "ended", result: "success", way: wayToTheEnd }];
  {
    await using server = await startFresh(data.path);
    const screen = await talk(server.simulatorUrl, ["hello", "1"]);
    expect(screen).toContain("Hi Ann, this is Juniper Books.");
    expect(screen).toContain("your latest order has left our warehouse");
    expect(screen).toContain("Happy reading!");
    await expect.poll(() => readStories(createApi(server.url))).toMatchObject(stories);
    expect(await server.end("SIGTERM")).toEqual({ code: 0, signal: null });
  }

  await using server = await startFresh(data.path);
  expect(await readStories(createApi(server.url))).toMatchObject(stories);
  expect(await askJson(`${server.url}/api/flows`)).toMatchObject({
    body: { flows: [{ id: "order-status", revision: 1, liveVersion: 1 }] },
  });
});
