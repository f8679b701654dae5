import type { GatewayWebhook } from "@parley/gateway";
import type { Json } from "@parley/messaging";
import * as fc from "fast-check";
import { expect } from "vitest";
import { deepFreeze } from "../deep-freeze.ts";
import type { GatewayUnderTest, TestGateway, WebhookPost } from "../describe-gateway.ts";
import { bodyOf, soon, updatesOf } from "./updates.ts";

/** Webhooks as such: those that come twice, those that say nothing to us, and who posted them. */
export function describeWebhooks(testGateway: TestGateway): void {
  testGateway("reads a webhook that comes twice as the same", async (subject) => {
    await subject.postTwice();
    const id = await subject.write({ type: "text", text: "Hi" }, { from: subject.person });
    await soon(() => expect(subject.posts()).toHaveLength(2));
    const [first, second] = subject.posts().map((post) => subject.gateway.parse(bodyOf(post)));
    expect(first).toMatchObject({ updates: [{ type: "message", message: { id } }] });
    expect(second).toEqual(first);
  });

  testGateway("keeps what is not for us or cannot be understood, with a reason", async (subject) => {
    expect(subject.strangeBodies.length).toBeGreaterThan(2);
    for (const body of subject.strangeBodies) await subject.post(body);
    await soon(() => expect(subject.posts()).toHaveLength(subject.strangeBodies.length));
    for (const update of updatesOf(subject)) {
      expect(update).toEqual({ type: "ignored", reason: expect.stringMatching(/./), payload: expect.anything() });
    }
    expect(updatesOf(subject).length).toBeGreaterThanOrEqual(subject.strangeBodies.length);
  });

  testGateway("reads any JSON value without throwing, and loses none (a property)", async ({ gateway }) => {
    const property = fc.property(fc.jsonValue(), (value) => {
      const body = deepFreeze(value) as Json;
      const read = gateway.parse(body);
      expect(gateway.parse(structuredClone(body))).toEqual(read);
      expect(read.updates.every(({ type }) => type === "ignored")).toBe(true);
      expect(read.updates).toHaveLength(1);
    });
    fc.assert(property);
  });

  testGateway(
    "gives what the port describes, whatever part of a webhook is replaced (a property)",
    async (subject) => {
      await subject.write({ type: "text", text: "Hi" }, { from: subject.person });
      await soon(() => expect(subject.posts()).toHaveLength(1));
      const bodies = subject.posts().map(bodyOf);
      const places = placesIn(bodies[0] ?? null);
      expect(places.length).toBeGreaterThan(5);
      const property = fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
        expectLawful(subject.gateway.parse(replacedAt(bodies[0] ?? null, place, value as Json)));
      });
      fc.assert(property);
    },
    { needs: "wire-format" },
  );

  testGateway(
    "posts webhooks that show by their signature who wrote them",
    async (subject) => {
      await subject.write({ type: "text", text: "Grüße \u{1F7E2}" }, { from: subject.person });
      await soon(() => expect(subject.posts()).toHaveLength(1));
      for (const post of subject.posts()) expectSignature(subject, post);
    },
    { needs: "signature" },
  );
}

function expectSignature(subject: GatewayUnderTest, post: WebhookPost): void {
  const { bytes, signature = "" } = post;
  expect(subject.isSigned(post)).toBe(true);
  expect(subject.isSigned({ bytes })).toBe(false);
  expect(subject.isSigned({ bytes: bytes.with(bytes.length - 1, 0x20), signature })).toBe(false);
  const digit = signature.endsWith("0") ? "1" : "0";
  expect(subject.isSigned({ bytes, signature: `${signature.slice(0, -1)}${digit}` })).toBe(false);
}

/** Whatever came, the updates are of the port's types and say what they must. */
function expectLawful({ updates }: GatewayWebhook): void {
  for (const update of updates) {
    if (update.type === "ignored") expect(update.reason).not.toBe("");
    else if (update.type === "template-status") expect(update.name).not.toBe("");
    else expect(update.phoneNumberId).toBeTypeOf("string");
  }
}

type Place = readonly (string | number)[];

/** Every place in a value, but the whole. */
function placesIn(value: Json, place: Place = []): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...place, Array.isArray(value) ? Number(key) : key];
    return [here, ...placesIn(inner as Json, here)];
  });
}

function replacedAt(value: Json, [key, ...rest]: Place, part: Json): Json {
  if (key === undefined) return part;
  const copy = structuredClone(value) as Record<string | number, Json>;
  copy[key] = replacedAt(copy[key] ?? null, rest, part);
  return copy as Json;
}
