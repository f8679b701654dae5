import { listTemplates, saveTemplate, submitTemplate, type TemplateView } from "@parley/api";
import { expect } from "@playwright/test";
import { flowOf, receive, send, test } from "@parley/testing/processes";

const hourMs = 60 * 60 * 1000;

type Template = TemplateView["template"];

const template = (changes: Partial<Template> = {}): Template => ({
  name: "order_shipped",
  language: "en",
  category: "utility",
  parameterFormat: "positional",
  header: { type: "none" },
  body: "Hello {{1}}, your order {{2}} has left. Do you need help?",
  bodyExamples: ["Ann", "A-17"],
  footer: "",
  buttons: [
    { type: "quick-reply", text: "Yes please" },
    { type: "quick-reply", text: "No" },
  ],
  hasSecurityAdvice: false,
  ...changes,
});

const message = {
  type: "template",
  name: "order_shipped",
  language: "en",
  body: [
    { type: "text", text: "Ann" },
    { type: "text", text: "A-17" },
  ],
  buttons: [{ type: "quick-reply", index: 0, payload: "help" }],
};

const answersByTemplate = flowOf({
  id: "shipping",
  nodes: {
    n3: { type: "whatsapp", config: { message, waitFor: "delivery", timeoutSeconds: 60 } },
    n4: { type: "receive", config: { events: [{ type: "whatsapp.postback" }], timeoutSeconds: 60 } },
    n5: send("Somebody helps you with $(n4.whatsapp.buttonPayload)."),
  },
  edges: ["n3.onDeliveryReportSuccess -> n4", "n4.whatsapp.postback -> n5"],
});

const params = { appId: "default", name: "order_shipped", language: "en" };

test("a template is drafted, submitted, approved and used, and its quick reply comes back with its payload", async ({
  world,
}) => {
  const { api } = world.server;
  const wrong = template({ body: "{{2}} first" });
  const drafted = await api.ask(saveTemplate, { params, body: { template: wrong } });
  expect(drafted).toMatchObject({
    status: "draft",
    problems: expect.arrayContaining([expect.objectContaining({ field: "body" })]),
  });
  expect(await api.answer(submitTemplate, { params })).toMatchObject({
    status: 422,
    body: { error: { code: "template-has-problems" } },
  });

  // Nothing of that name goes out before WhatsApp has approved it.
  await api.goLive(answersByTemplate);
  const phone = world.phone();
  await phone.write("too early");
  await expect
    .poll(world.stories)
    .toMatchObject([{ way: ["n2.onBegin", "n3.onPolicyFail"], failures: [/order_shipped/] }]);

  await api.ask(saveTemplate, { params, body: { template: template() } });
  expect((await api.ask(submitTemplate, { params })).status).toMatch(/pending|approved/);
  const status = async () => (await api.ask(listTemplates, { params })).templates[0]?.status;
  await expect.poll(status).toBe("approved");

  // Changes that nobody has submitted keep nothing from going out.
  const changed = await api.ask(saveTemplate, { params, body: { template: template({ footer: "Juniper Books" }) } });
  expect(changed).toMatchObject({ status: "approved", draft: { footer: "Juniper Books" }, template: { footer: "" } });
  await phone.write("where is it?");
  await phone.expectReply(/Hello Ann, your order A-17 has left/);
  await phone.press("Yes please");
  await phone.expectReply("Somebody helps you with help.");
});

test("outside the window a template goes out in the place of a text, and the answer opens the window", async ({
  world,
}) => {
  const { server, simulator } = world;
  const { api } = server;
  const { templates } = await approve();
  expect(templates[0]?.status).toBe("approved");
  await api.goLive(
    flowOf({
      id: "fallback",
      nodes: {
        n3: { type: "whatsapp", config: { message: { type: "text", body: "A text" }, templateFallback: message } },
        n4: receive({ timeoutSeconds: 60 }),
        n5: send("Now a text goes out."),
      },
      edges: ["n3.onSuccess -> n4", "n4.whatsapp.mo -> n5"],
    }),
  );
  const phone = world.phone();
  // Consent, as there is no window: the word itself is the evidence.
  await phone.write("START", { sentAt: Date.now() - 25 * hourMs });
  await phone.expectReply(/Hello Ann, your order A-17 has left/);
  await phone.write("thanks");
  await phone.expectReply("Now a text goes out.");
  const [story] = await world.stories();
  const journal = await api.journal(story?.id ?? "");
  expect(JSON.stringify(journal)).toMatch(/session window/);
  expect(await simulator.control.counters()).toMatchObject({ refused: 0 });

  async function approve() {
    await api.ask(saveTemplate, { params, body: { template: template() } });
    await api.ask(submitTemplate, { params });
    await expect.poll(async () => (await api.ask(listTemplates, { params })).templates[0]?.status).toBe("approved");
    return api.ask(listTemplates, { params });
  }
});

test("a contact who said STOP gets no template until START", async ({ world }) => {
  const { api } = world.server;
  await api.ask(saveTemplate, { params, body: { template: template() } });
  await api.ask(submitTemplate, { params });
  await expect.poll(async () => (await api.ask(listTemplates, { params })).templates[0]?.status).toBe("approved");
  await api.goLive(flowOf({ id: "news", nodes: { n3: { type: "whatsapp", config: { message } } }, edges: [] }));
  const phone = world.phone();
  const outcomes = async () => (await world.stories()).map(({ way }) => way.at(-1));
  await phone.write("STOP", { sentAt: Date.now() - 26 * hourMs });
  await expect.poll(outcomes).toEqual(["n3.onPolicyFail"]);
  expect((await world.stories())[0]?.failures[0]).toMatch(/opt|consent|agree/i);
  await phone.write("START", { sentAt: Date.now() - 25 * hourMs });
  await expect.poll(outcomes).toEqual(["n3.onPolicyFail", "n3.onSuccess"]);
});
