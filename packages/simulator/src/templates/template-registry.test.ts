import { describe, expect, test } from "vitest";
import { createManualClock } from "../manual-clock.ts";
import { createObjectIds } from "../object-id.ts";
import type { TemplateUpdate } from "../update.ts";
import { createTemplateRegistry, type TemplateRegistryOptions } from "./template-registry.ts";
import { templateWith } from "./template.test-support.ts";

const day = 24 * 60 * 60 * 1000;

function createRegistry(options: Partial<TemplateRegistryOptions> = {}) {
  const { clock, advance } = createManualClock();
  const updates: TemplateUpdate[] = [];
  const registry = createTemplateRegistry({
    clock,
    nextId: createObjectIds(() => 0),
    reviewAfterMs: 1_000,
    tell: (update) => updates.push(update),
    limits: { templates: 10, accountTemplates: 5 },
    ...options,
  });
  const submit = (change?: Readonly<Record<string, unknown>>) => {
    const answer = registry.submit("1", templateWith(change));
    return answer.type === "done" ? answer.template.id : answer.why;
  };
  return { registry, advance, updates, submit, status: (id: string) => registry.get(id)?.status };
}

describe("a template that is handed in", () => {
  test("is pending, and approved when the review is over, which the business is told", async () => {
    const { advance, updates, submit, status } = createRegistry();
    const id = submit();
    await advance(999);
    expect(status(id)).toBe("pending");
    await advance(1);
    expect(status(id)).toBe("approved");
    const named = { name: "order_shipped", language: "en_US", category: "utility", businessAccountId: "1", id };
    expect(updates).toMatchObject([{ type: "template", event: "APPROVED", reason: "NONE", explanation: "", ...named }]);
  });

  test("is rejected when it breaks Meta's rules, with the rule in a sentence", async () => {
    const { registry, advance, updates, submit } = createRegistry();
    const id = submit({ body: "{{1}} is your order", bodyExamples: ["A-17"] });
    await advance(1_000);
    expect(registry.get(id)).toMatchObject({ status: "rejected", reason: "INVALID_FORMAT" });
    const explanation = expect.stringMatching(/^The template's body .+ placeholder.+\.$/);
    expect(updates).toMatchObject([{ event: "REJECTED", reason: "INVALID_FORMAT", explanation }]);
  });

  test("is rejected when its name asks for it", async () => {
    const { advance, submit, status } = createRegistry();
    const id = submit({ name: "please_reject_me" });
    await advance(1_000);
    expect(status(id)).toBe("rejected");
  });

  test("waits for a word of somebody when no review ends by itself", async () => {
    const { registry, advance, submit, status } = createRegistry();
    registry.reviewers.setAfterMs(null);
    const id = submit();
    await advance(day);
    expect(status(id)).toBe("pending");
    registry.setStatus(id, "rejected", { reason: "SCAM", explanation: "Looks like one." });
    expect(registry.get(id)).toMatchObject({ status: "rejected", reason: "SCAM", explanation: "Looks like one." });
  });

  test("is refused when the account has that name in that language, and taken in another", () => {
    const { submit } = createRegistry();
    submit();
    expect(submit()).toBe("exists");
    expect(submit({ language: "nl" })).toMatch(/^\d{15}$/);
  });

  test("is refused when the account has as many as it may", () => {
    const { registry, submit } = createRegistry();
    for (let place = 0; place < 5; place += 1) submit({ name: `t${place}` });
    expect(submit({ name: "t5" })).toBe("full");
    expect(registry.submit("2", templateWith())).toMatchObject({ type: "done" });
  });

  test("is not touched by a review of what it was before", async () => {
    const { registry, advance, submit, status } = createRegistry();
    const id = submit();
    await advance(500);
    registry.setStatus(id, "rejected");
    await advance(500);
    expect(status(id)).toBe("rejected");
  });
});

describe("an edit", () => {
  test("replaces all but name and language, and is reviewed again", async () => {
    const { registry, advance, submit } = createRegistry();
    const id = submit();
    await advance(1_000);
    registry.edit(id, templateWith({ name: "other", language: "nl", body: "Changed.", bodyExamples: [] }));
    expect(registry.get(id)).toMatchObject({
      status: "pending",
      template: { name: "order_shipped", body: "Changed." },
    });
    expect(registry.find("1", "order_shipped", "en_US")?.id).toBe(id);
    await advance(1_000);
    expect(registry.get(id)?.status).toBe("approved");
  });

  test.each(["pending", "disabled"] as const)("of one that is %s is refused", (status) => {
    const { registry } = createRegistry();
    const { id } = registry.put({ businessAccountId: "1", template: templateWith(), status });
    expect(registry.edit(id, templateWith())).toEqual({ type: "refused", why: "not-editable" });
  });

  test("of an approved one may come once a day, ten times in thirty days; of a rejected one as often as one likes", async () => {
    const { registry, advance } = createRegistry();
    const { id } = registry.put({ businessAccountId: "1", template: templateWith(), status: "approved" });
    const edit = async () => {
      const { type } = registry.edit(id, templateWith());
      await advance(1_000);
      return type;
    };
    expect([await edit(), await edit()]).toEqual(["done", "refused"]);
    for (let count = 0; count < 9; count += 1) {
      await advance(day);
      expect(await edit()).toBe("done");
    }
    await advance(day);
    expect(await edit()).toBe("refused");
    await advance(20 * day);
    expect(await edit()).toBe("done");
    registry.setStatus(id, "rejected");
    expect([await edit()]).toEqual(["done"]);
  });

  test("of an unknown one is refused", () => {
    expect(createRegistry().registry.edit("7", templateWith())).toEqual({ type: "refused", why: "unknown" });
  });
});

describe("a removal", () => {
  test("takes every language of a name, or the one of an id", () => {
    const { registry, submit } = createRegistry();
    const ids = ["en_US", "nl", "de"].map((language) => submit({ language }));
    submit({ name: "other" });
    expect(registry.remove("1", { name: "order_shipped", id: ids[1] })).toBe(1);
    expect(registry.list("1").map(({ template }) => template.language)).toEqual(["en_US", "de", "en_US"]);
    expect(registry.remove("1", { name: "order_shipped" })).toBe(2);
    expect(registry.remove("1", { name: "order_shipped" })).toBe(0);
    expect(registry.list("1")).toHaveLength(1);
  });

  test("of an approved one blocks its name for thirty days, of a pending one not at all", async () => {
    const { registry, advance, submit } = createRegistry();
    submit();
    registry.remove("1", { name: "order_shipped" });
    submit();
    await advance(1_000);
    registry.remove("1", { name: "order_shipped" });
    expect(submit()).toBe("being-deleted");
    await advance(30 * day);
    expect(submit()).toMatch(/^\d{15}$/);
  });
});

test("a template that is put takes the place of the one of its name, without anybody being told", () => {
  const { registry, updates, submit } = createRegistry();
  const id = submit();
  const put = registry.put({ businessAccountId: "1", template: templateWith({ body: "Other." }), status: "paused" });
  expect(put).toMatchObject({ id, status: "paused" });
  expect(registry.list("1")).toHaveLength(1);
  const again = registry.put({ businessAccountId: "1", template: templateWith(), status: "approved", id: "42" });
  expect([again.id, registry.get(id)]).toEqual(["42", undefined]);
  expect(updates).toEqual([]);
});

test("beyond the bound of all accounts the oldest template goes", () => {
  const { registry } = createRegistry({ limits: { templates: 2, accountTemplates: 5 } });
  for (const name of ["a", "b", "c"])
    registry.put({ businessAccountId: "1", template: templateWith({ name }), status: "approved" });
  expect(registry.list("1").map(({ template }) => template.name)).toEqual(["b", "c"]);
  expect(registry.find("1", "a", "en_US")).toBeUndefined();
});

test("a cleared registry has nothing, and reviews take as long as at first", () => {
  const { registry, submit } = createRegistry();
  submit();
  registry.reviewers.setAfterMs(7);
  registry.clear();
  expect([registry.list("1"), registry.reviewers.afterMs()]).toEqual([[], 1_000]);
});
