import { expect } from "@playwright/test";
import { askJson, echoFlow, test } from "@parley/testing/processes";

const goesNowhere = { ...echoFlow(), edges: [{ id: "e1", source: "n2", outcome: "onBegin", target: "n3" }] };
const hasNoText = {
  ...echoFlow("wordless"),
  nodes: [
    { id: "n2", type: "start", config: { trigger: { type: "whatsapp", event: "whatsapp.mo" } } },
    { id: "n3", type: "whatsapp", config: { message: { type: "text", body: "" } } },
  ],
};

test("a flow with errors is kept as a draft, and may not go live until they are mended", async ({ world }) => {
  const { api, url } = world.server;
  const post = (path: string, body: unknown) => askJson(`${url}/api/flows${path}`, { method: "POST", body });

  const unwired = { severity: "error", code: "outcome-unwired", nodeId: "n3", field: "onSuccess" };
  expect(await post("", { draft: goesNowhere })).toMatchObject({
    status: 200,
    body: { revision: 1, issues: expect.arrayContaining([expect.objectContaining(unwired)]) },
  });
  expect(await post("/echo/versions", { revision: 1 })).toMatchObject({
    status: 422,
    body: { error: { code: "flow-has-errors", issues: expect.arrayContaining([expect.objectContaining(unwired)]) } },
  });
  await world.phone().write("hello");
  await expect.poll(async () => (await api.status()).eventsTaken).toBe(1);
  expect(await api.conversations()).toEqual([]);

  const mended = { draft: echoFlow(), revision: 1 };
  await askJson(`${url}/api/flows/echo/draft`, { method: "PUT", body: mended });
  expect(await post("/echo/versions", { revision: 2 })).toMatchObject({ status: 200, body: { version: 1 } });
  await world.phone().write("hello again");
  await world.phone().expectReply("You wrote: hello again");
});

test("what is missing in a node is named with the node and the field", async ({ world }) => {
  const post = (path: string, body: unknown) =>
    askJson(`${world.server.url}/api/flows${path}`, { method: "POST", body });

  await post("", { draft: hasNoText });
  expect(await post("/wordless/versions", { revision: 1 })).toMatchObject({
    status: 422,
    body: { error: { issues: [{ severity: "error", nodeId: "n3", field: "config.message.body" }] } },
  });
});
