import type { JsonObject, MediaKind } from "@parley/messaging";
import type { ChatEntry } from "../chat.ts";
import { templateWith } from "../templates/template.test-support.ts";
import { businessNumber, createTestWorld, phoneNumberId, sam, type TestWorld } from "../world.test-support.ts";
import { unpackNested } from "./reading.ts";
import { takeMessage } from "./take-message.ts";

/** What became of a message: nothing bad, or Meta's code and its words. */
export type Verdict = "taken" | { readonly code: number; readonly message: string; readonly details: string };

/** A world with Sam's open window, and the ways to speak to it as a business does. */
export type TestProvider = TestWorld & {
  /** Sends a message of a type to Sam, or to whom the envelope's `recipient` names, with more of the envelope if given. */
  readonly post: (message: JsonObject, envelope?: JsonObject) => Verdict;
  /** The newest message of the business. */
  readonly newest: () => ChatEntry | undefined;
  /** An id of an uploaded file. */
  readonly upload: (mimeType: string) => string;
  /** Puts a template there. */
  readonly put: (
    change?: Readonly<Record<string, unknown>>,
    status?: "pending" | "approved" | "rejected" | "paused" | "disabled",
  ) => void;
};

/** Makes a provider whose one person has written. */
export function createTestProvider(): TestProvider {
  const test = createTestWorld();
  const { world } = test;
  test.write();
  return {
    ...test,
    post: (message, envelope = {}) => {
      const to = envelope["recipient"] === undefined ? { to: sam.waId } : {};
      const body = unpackNested({ messaging_product: "whatsapp", ...to, ...message, ...envelope });
      const answer = takeMessage(world, phoneNumberId, body);
      if (answer.type === "answered") return "taken";
      const { code, message: said, error_data: data } = answer.error.error;
      return { code, message: said, details: data?.details ?? "" };
    },
    newest: () => world.chat({ phone: sam, phoneNumberId }).entries.findLast(({ direction }) => direction === "out"),
    upload: (mimeType) => world.files.add({ phoneNumberId, from: "business", mimeType, bytes: new Uint8Array([1]) }).id,
    put: (change, status = "approved") => {
      const { businessAccountId } = businessNumber;
      world.templates.put({ businessAccountId, template: templateWith(change), status });
    },
  };
}

/** A text of so many UTF-16 code units. */
export function textOf(length: number): string {
  return "x".repeat(length);
}

/** A media message. */
export function mediaOf(kind: MediaKind, media: JsonObject): JsonObject {
  return { type: kind, [kind]: media };
}
