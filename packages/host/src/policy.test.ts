import { describe, expect, test } from "vitest";
import type { App, AppSettings, RegisteredTemplate, TemplateMessage } from "@parley/messaging";
import type { Store, Thread } from "@parley/store";
import { createMemoryStore } from "@parley/testing";
import { askPolicies } from "./policy.ts";
import { sendRow } from "./send-row.test-support.ts";

const hour = 3_600_000;
const now = Date.UTC(2026, 0, 2);
const ada = { waId: "31612345678" };

const order: TemplateMessage = {
  type: "template",
  name: "order",
  language: "en",
  header: { type: "none" },
  body: [{ type: "text", name: "", text: "1234" }],
  buttons: [],
};

function registered(rest: Partial<RegisteredTemplate> = {}): RegisteredTemplate {
  const template: RegisteredTemplate["template"] = {
    ...{ name: "order", language: "en", category: "utility", parameterFormat: "positional", header: { type: "none" } },
    ...{ body: "Order {{1}} is on its way.", bodyExamples: ["1"], footer: "", buttons: [], hasSecurityAdvice: false },
  };
  return { appId: "main", template, status: "approved", reason: "", updatedAt: 0, ...rest };
}

/** A store that knows threads by these identities on the app `main`. */
async function storeOf(...threads: readonly (Partial<Thread> & { readonly identities: readonly string[] })[]) {
  const store = createMemoryStore();
  await store.commit(
    threads.map(({ identities, ...rest }, index) => {
      const state: Thread = { id: `t${index}`, appId: "main", contact: {}, conversationCount: 0, live: [], ...rest };
      const aliases = identities.map((identity) => ({ appId: state.appId, identity, threadId: state.id }));
      return { thread: { expectedRevision: 0, state }, aliases };
    }),
  );
  return store;
}

/** A store with the template, and Ada's thread. */
async function storeWith(thread: Partial<Thread>, template?: RegisteredTemplate): Promise<Store> {
  const store = await storeOf({ identities: ["wa:31612345678"], ...thread });
  if (template !== undefined) await store.templates.save([template]);
  return store;
}

function appWith(settings: Partial<AppSettings> = {}, id = "main"): App {
  const all = { messagesPerSecond: 80, ambiguous: "retry" as const, ...settings };
  return { id, connectionId: "default", phoneNumberId: "1", displayPhoneNumber: "", settings: all };
}

type Asked = {
  readonly store: Store;
  readonly request?: object;
  readonly lastInboundAt?: number | undefined;
  readonly app?: App;
  readonly receiver?: object;
};

function ask({ store, request = {}, lastInboundAt, app = appWith(), receiver = ada }: Asked) {
  const row = sendRow();
  return askPolicies({ ...row, request: { ...row.request, ...request } }, { now, app, receiver, lastInboundAt, store });
}

const codeOf = async (asked: Asked): Promise<string | undefined> => {
  const verdict = await ask(asked);
  return verdict.type === "refused" ? verdict.refusal.code : undefined;
};

describe("expiry", () => {
  test.each([
    [now + 1, undefined],
    [now, "7705"],
    [now - 1, "7705"],
  ])("at %d refuses with %s", async (expiresAt, code) => {
    expect(await codeOf({ store: createMemoryStore(), request: { expiresAt }, lastInboundAt: now })).toBe(code);
  });

  test("is enforced where the rest is left to the provider", async () => {
    const app = appWith({ policy: "observe" });
    expect(await codeOf({ store: createMemoryStore(), request: { expiresAt: now }, app })).toBe("7705");
  });
});

describe("the session window", () => {
  test("is open by what is known, without reading", async () => {
    const store = createMemoryStore();
    await store.close();
    expect(await codeOf({ store, lastInboundAt: now - 24 * hour + 1 })).toBeUndefined();
  });

  test("is read where what is known does not open it", async () => {
    const store = await storeWith({ lastInboundAt: now - hour });
    expect(await codeOf({ store, lastInboundAt: now - 30 * hour })).toBeUndefined();
    expect(await codeOf({ store })).toBeUndefined();
  });

  test("is closed 24 hours after the last message, and the refusal says since when", async () => {
    const store = await storeWith({ lastInboundAt: now - 24 * hour });
    expect(await ask({ store })).toEqual({
      type: "refused",
      refusal: {
        code: "7710",
        sentence: "The 24-hour session window is closed: the contact last wrote at 2026-01-01T00:00:00.000Z.",
      },
    });
  });

  test("is closed for a contact who never wrote", async () => {
    expect(await ask({ store: await storeWith({}) })).toMatchObject({
      refusal: { sentence: "The 24-hour session window is closed: the contact has never written." },
    });
  });

  test("counts from the latest message under either identity", async () => {
    const store = await storeOf(
      { identities: ["wa:31612345678"], lastInboundAt: now - 30 * hour },
      { identities: ["bs:NL.1"], lastInboundAt: now - hour },
    );
    expect(await codeOf({ store, receiver: { ...ada, bsuid: "NL.1" } })).toBeUndefined();
    expect(await codeOf({ store })).toBe("7710");
  });

  test("is another on another app", async () => {
    const store = await storeWith({ lastInboundAt: now });
    expect(await codeOf({ store, app: appWith({}, "other") })).toBe("7710");
  });

  test("cannot be asked while the store fails", async () => {
    const store = createMemoryStore();
    await store.close();
    await expect(ask({ store })).rejects.toThrow("closed");
  });

  test.each([
    [{ type: "read-mark", messageId: "m1", showsTyping: false }, undefined],
    [{ type: "reaction", messageId: "m1", emoji: "+1" }, "7710"],
  ])("does not concern what is no message: %o", async (message, code) => {
    expect(await codeOf({ store: await storeWith({}), request: { message } })).toBe(code);
  });

  test("is not opened by a free entry point", async () => {
    const freeEntryPoint = { enteredAt: now - 30 * hour, answeredAt: now - 29 * hour };
    expect(await codeOf({ store: await storeWith({ freeEntryPoint }) })).toBe("7710");
  });
});

describe("a template", () => {
  const request = { message: order };
  const optIn = { status: "opted-in", at: now - hour, source: "api", evidence: "form" } as const;
  const optOut = { ...optIn, status: "opted-out" } as const;

  test("goes out to a contact who opted in", async () => {
    const store = await storeWith({ optIn }, registered());
    expect(await ask({ store, request })).toEqual({ type: "allowed", message: order, notes: [], observed: [] });
  });

  test.each([
    [{}, "no opt-in of the contact is recorded, which a template outside the session window needs."],
    [{ optIn: optOut }, "the contact opted out at 2026-01-01T23:00:00.000Z."],
  ])("needs an opt-in: %o", async (thread, why) => {
    expect(await ask({ store: await storeWith(thread, registered()), request })).toEqual({
      type: "refused",
      refusal: { code: "9002", sentence: `The contact may not be messaged proactively: ${why}` },
    });
  });

  test.each([
    ["within the session window", { lastInboundAt: now - hour, optIn: optOut }, undefined],
    ["after the session window", { lastInboundAt: now - 24 * hour, optIn: optOut }, "9002"],
    ["within a free entry point", { freeEntryPoint: { enteredAt: 0, answeredAt: now - 71 * hour } }, undefined],
    ["after a free entry point", { freeEntryPoint: { enteredAt: 0, answeredAt: now - 72 * hour } }, "9002"],
    ["of an entry that nobody answered", { freeEntryPoint: { enteredAt: now - 30 * hour } }, "9002"],
  ])("is an answer %s", async (_, thread, code) => {
    expect(await codeOf({ store: await storeWith(thread, registered()), request })).toBe(code);
  });

  test("needs no reading of the contact where the window is known to be open, and the registry all the same", async () => {
    const store = await storeWith({});
    expect(await codeOf({ store, request, lastInboundAt: now - hour })).toBe("7805");
  });

  test.each([
    [undefined, "7805", "The template order (en) is not among the app's templates."],
    [{ status: "draft" }, "7805", "The template order (en) is a draft; submit it and wait for its approval."],
    [{ status: "pending" }, "7805", "The template order (en) is not approved yet."],
    [{ status: "rejected", reason: "INVALID_FORMAT" }, "7805", "The template order (en) was rejected: INVALID_FORMAT."],
    [{ status: "deleted" }, "7805", "The template order (en) was deleted."],
    [{ status: "paused", reason: "Low quality." }, "7869", "The template order (en) is paused: Low quality."],
    [{ status: "disabled" }, "7868", "The template order (en) is disabled."],
    [
      { template: { ...registered().template, body: "Hello" } },
      "7804",
      "The template order (en) does not fit. The template's body wants 0 parameters, and the message brings 1.",
    ],
    [{ appId: "other" }, "7805", "The template order (en) is not among the app's templates."],
  ] as const)("of the registry as %o is refused with %s", async (rest, code, sentence) => {
    const store = await storeWith({ optIn }, rest === undefined ? undefined : registered(rest));
    expect(await ask({ store, request })).toEqual({ type: "refused", refusal: { code, sentence } });
  });
});

describe("a free-form message with a template to fall back on", () => {
  const request = { templateFallback: order };
  const optIn = { status: "opted-in", at: 0, source: "api", evidence: "" } as const;

  test("goes out itself while the window is open", async () => {
    const store = await storeWith({ lastInboundAt: now - hour }, registered());
    expect(await ask({ store, request })).toMatchObject({ message: { type: "text" }, notes: [] });
  });

  test.each(["enforce", "observe"] as const)(
    "gives way to it once the window is closed, also with %s",
    async (policy) => {
      const store = await storeWith({ lastInboundAt: now - 25 * hour, optIn }, registered());
      expect(await ask({ store, request, app: appWith({ policy }) })).toEqual({
        type: "allowed",
        message: order,
        notes: [
          "The template order (en) went out in its place. The 24-hour session window is closed: the contact last wrote at 2025-12-31T23:00:00.000Z.",
        ],
        observed: [],
      });
    },
  );

  test("is refused as the template is", async () => {
    const store = await storeWith({ lastInboundAt: now - 25 * hour }, registered());
    expect(await codeOf({ store, request })).toBe("9002");
  });
});

describe("an app that leaves it to the provider", () => {
  const app = appWith({ policy: "observe" });

  test("only notes a closed window", async () => {
    expect(await ask({ store: await storeWith({}), app })).toMatchObject({
      type: "allowed",
      message: { type: "text" },
      observed: [{ code: "7710" }],
    });
  });

  test("only notes what is wrong with a template, all of it", async () => {
    expect(await ask({ store: await storeWith({}), request: { message: order }, app })).toMatchObject({
      type: "allowed",
      observed: [{ code: "9002" }, { code: "7805" }],
    });
  });
});
