import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import {
  businessNumber,
  createPhone,
  end,
  flowOf,
  makeDataFolder,
  receive,
  send,
  startServer,
  startSimulator,
} from "@parley/testing/processes";

const asksForOne = flowOf({
  id: "sign-in",
  nodes: {
    n3: { type: "generate-otp", config: { format: "numeric", length: 8, validMinutes: 5 } },
    n4: send("Your code is $(n3.generateOTP.OTP).", {
      callbackData: "$(n3.generateOTP.OTP)",
      correlationId: "sign-in",
    }),
    n5: receive(),
    n6: { type: "validate-otp", config: { generator: "n3", code: "$(n5.receive.message)" } },
    n7: send("You are in."),
    n8: send("That is not it."),
    n9: end("success"),
  },
  edges: [
    "n3.onSuccess -> n4",
    "n4.onSuccess -> n5",
    "n5.whatsapp.mo -> n6",
    "n6.onSuccess -> n7",
    "n6.onFail -> n8",
    "n7.onSuccess -> n9",
    "n8.onSuccess -> n5",
  ],
});

test("a one-time password reaches the phone, stands nowhere in what the server keeps or logs, and is known again after a crash", async () => {
  await using data = await makeDataFolder();
  await using simulator = await startSimulator();
  const env = { PARLEY_LOG_LEVEL: "trace" };
  await using server = await startServer({ dataDir: data.path, simulator, env });
  await server.api.goLive(asksForOne);
  const { phoneNumberId } = businessNumber;
  const phone = createPhone(simulator.control, { waId: "31612345678", phoneNumberId });

  await phone.write("let me in");
  await phone.expectReply(/^Your code is \d{8}\.$/);
  const [password = "none"] = /\d{8}/.exec((await phone.replies())[0] ?? "") ?? [];
  await expect.poll(async () => (await server.api.conversations())[0]?.status).toBe("live");

  const id = (await server.api.conversations())[0]?.id ?? "none";
  const told = JSON.stringify([await server.api.conversation(id), await server.api.journal(id)]);
  expect(told).toContain("generateOTP");
  expect(told).not.toContain(password);

  await server.kill();
  const kept = await textOfFiles(data.path);
  expect(kept).toContain("generateOTP");
  expect(kept).not.toContain(password);
  expect(server.output()).toContain("task-answered");
  expect(server.output()).not.toContain(password);

  await server.start();
  const wrong = password.startsWith("1") ? password.replace("1", "2") : `1${password.slice(1)}`;
  await phone.write(wrong);
  await phone.expectReply("That is not it.");
  await phone.write(password);
  await phone.expectReply("You are in.");
  // What a contact types is a message like any other, and shows that all of it was read.
  await server.stop();
  expect(await textOfFiles(data.path)).toContain(wrong);
});

/** All that stands in a folder's files, as far as it is text. */
async function textOfFiles(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(0);
  const texts = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), "latin1")));
  return texts.join("\n");
}
