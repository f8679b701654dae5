import { describe, expect, test } from "vitest";
import type { OptIn } from "@parley/messaging";
import { flowOf, hear } from "./flow.test-support.ts";
import { ada, World } from "./host.test-support.ts";

const listener = flowOf(
  "listener",
  Array.from({ length: 9 }, () => hear()),
);

function optInOf(world: World): OptIn | undefined {
  return world.threads()[0]?.optIn;
}

describe("a word of the contact", () => {
  test("takes consent away, with the message as its evidence, and is routed as usual", async () => {
    const world = await World.open({ flows: [listener] });
    await world.write(" Stop! ", { id: "wamid.1" });
    expect(optInOf(world)).toEqual({
      status: "opted-out",
      at: world.now(),
      source: "message",
      evidence: "Message wamid.1: Stop!",
    });
    expect(world.journal()).toEqual([
      "- opt-in-recorded opted-out",
      "listener#1 conversation-started wamid.1 n2.onBegin",
    ]);
  });

  test("gives it again", async () => {
    const world = await World.open({ flows: [listener] });
    await world.write("stop");
    await world.run(1_000);
    await world.write("START");
    expect(optInOf(world)).toMatchObject({ status: "opted-in", at: world.now() });
  });

  test("counts by when it was written, in whatever order it comes", async () => {
    const world = await World.open({ flows: [listener] });
    await world.run(10_000);
    await world.write("stop", { sentAt: world.now() - 1_000 });
    await world.write("start", { sentAt: world.now() - 5_000 });
    expect(optInOf(world)).toMatchObject({ status: "opted-out", at: world.now() - 1 });
  });

  test("is one of the app's own words, where it has such", async () => {
    const world = await World.open({
      flows: [listener],
      settings: { stopWords: ["AFMELDEN"], startWords: ["AANMELDEN"] },
    });
    await world.write("stop");
    expect(optInOf(world)).toBeUndefined();
    await world.write("afmelden");
    expect(optInOf(world)).toMatchObject({ status: "opted-out" });
  });

  test("that comes again replaces nothing that was recorded since", async () => {
    const world = await World.open({ flows: [listener] });
    const event = world.message("stop");
    await world.run(200);
    await world.host.deliver([event]);
    await world.run(300);
    const optIn = { status: "opted-in", at: world.now(), source: "api", evidence: "form" } as const;
    await world.host.deliver([{ type: "opt-in", appId: "main", contact: ada, optIn }]);
    await world.run(300);
    await world.host.deliver([event]);
    expect(optInOf(world)).toEqual(optIn);
  });

  test("within a sentence says nothing, nor does a button", async () => {
    const world = await World.open({ flows: [listener] });
    await world.write("please stop");
    await world.write({ type: "button-reply", id: "1", title: "Start" });
    expect(optInOf(world)).toBeUndefined();
  });

  test("that comes twice is recorded once", async () => {
    const world = await World.open({ flows: [listener] });
    const event = world.message("stop");
    await world.host.deliver([event, event]);
    await world.host.deliver([event]);
    expect(world.journal().filter((line) => line.includes("opt-in"))).toHaveLength(1);
  });
});

describe("a word about the contact", () => {
  const optIn: OptIn = { status: "opted-in", at: 1_000, source: "api", evidence: "https://example.com/form/17" };

  test("is kept for a contact who never wrote", async () => {
    const world = await World.open();
    await world.host.deliver([{ type: "opt-in", appId: "main", contact: ada, optIn }]);
    expect(world.threads()).toMatchObject([{ contact: ada, optIn, conversationCount: 0 }]);
    expect(world.journal()).toEqual(["- opt-in-recorded opted-in"]);
    expect([...world.data.contacts.values()]).toMatchObject([{ waId: ada.waId }]);
  });

  test("that is no news changes nothing", async () => {
    const world = await World.open();
    const event = { type: "opt-in", appId: "main", contact: ada, optIn } as const;
    const earlier = { ...event, optIn: { ...optIn, status: "opted-out", at: 999 } } as const;
    await world.host.deliver([event, event, earlier]);
    await world.host.deliver([event, earlier]);
    expect(optInOf(world)).toEqual(optIn);
    expect(world.journal()).toHaveLength(1);
  });

  test("is another on another app", async () => {
    const world = await World.open({ apps: ["main", "other"] });
    await world.host.deliver([{ type: "opt-in", appId: "other", contact: ada, optIn }]);
    await world.write("x");
    expect(world.threads().map(({ appId, optIn: known }) => [appId, known?.status])).toEqual([
      ["other", "opted-in"],
      ["main", undefined],
    ]);
  });

  test("of the same moment as another counts as an opt-out", async () => {
    const world = await World.open();
    const out = { ...optIn, status: "opted-out" } as const;
    for (const one of [optIn, out, optIn])
      await world.host.deliver([{ type: "opt-in", appId: "main", contact: ada, optIn: one }]);
    expect(optInOf(world)).toEqual(out);
  });
});
