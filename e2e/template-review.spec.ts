import { expect } from "@playwright/test";
import { askJson, createPhone, flowOf, makeDataFolder, startOwnWorld, test } from "@parley/testing/processes";

const phoneNumberId = "100000000000001";
const template = {
  ...{ name: "table_free", language: "en", category: "utility" },
  ...{ body: "Hi {{1}}, your table is free.", bodyExamples: ["Ann"] },
  buttons: [{ type: "quick-reply", text: "I come" }],
};

const reminder = flowOf({
  id: "reminder",
  startsOn: [{ variable: "$(whatsapp.message)", operator: "equals-ignore-case", value: "remind me" }],
  nodes: {
    n3: {
      type: "whatsapp",
      config: {
        message: {
          ...{ type: "template", name: "table_free", language: "en", header: { type: "none" } },
          body: [{ type: "text", name: "", text: "$(whatsapp.username)" }],
          buttons: [{ type: "quick-reply", index: 0, payload: "COMING" }],
        },
      },
    },
    n4: { type: "receive", config: { events: [{ type: "whatsapp.postback" }], timeoutSeconds: 600 } },
    n5: { type: "whatsapp", config: { message: { type: "text", body: "You said $(n4.whatsapp.buttonPayload)." } } },
  },
  edges: ["n3.onSuccess -> n4", "n4.whatsapp.postback -> n5"],
});

test("a template is submitted, reviewed and used, also after a restart of server and simulator", async () => {
  await using data = await makeDataFolder();
  await using server = await startOwnWorld({ dataDir: data.path });
  const { api, control } = server;
  const templates = `${server.url}/api/apps/example/templates`;
  const one = `${templates}/table_free/en`;
  expect(await askJson(one, { method: "PUT", body: { template } })).toMatchObject({ body: { status: "draft" } });
  expect(await askJson(`${one}/submit`, { method: "POST" })).toMatchObject({ body: { status: "pending" } });
  await expect.poll(() => askJson(templates)).toMatchObject({ body: { templates: [{ status: "approved" }] } });

  await api.goLive(reminder);
  const phone = createPhone(control, { waId: "31612345678", phoneNumberId });
  await phone.change({ name: "Ann" });
  await phone.write("remind me");
  await phone.expectReply("Hi Ann, your table is free.");
  await phone.press("I come");
  await phone.expectReply("You said COMING.");

  await server.stop();
  await server.start();
  expect(await control.templates(phoneNumberId)).toMatchObject([
    { status: "approved", template: { name: "table_free" } },
  ]);
  const again = createPhone(control, { waId: "31687654321", phoneNumberId });
  await again.change({ name: "Bob" });
  await again.write("remind me");
  await again.expectReply("Hi Bob, your table is free.");
});
