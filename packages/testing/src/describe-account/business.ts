import { expect } from "vitest";
import type { TestAccount } from "../describe-account.ts";
import { signal, valueOf } from "./value-of.ts";

const profile = {
  about: "Grüße \u{1F98B}",
  address: "101 Butterfly Ln.",
  description: "Butterflies of all sorts",
  email: "hello@example.com",
  vertical: "RETAIL",
  websites: ["https://example.com/", "https://example.com/shop"],
};

/** Numbers and how a business shows itself. */
export function describeBusiness(testAccount: TestAccount): void {
  testAccount("tells what the provider says of a number", async ({ account, phoneNumberId, displayPhoneNumber }) => {
    const facts = valueOf(await account.number(phoneNumberId, signal));
    expect(facts.displayPhoneNumber.replace(/\D/g, "")).toBe(displayPhoneNumber.replace(/\D/g, ""));
    expect(facts).toMatchObject({ verifiedName: expect.stringMatching(/./), quality: "GREEN", throughput: "STANDARD" });
  });

  testAccount("is told of a number that is not there", async ({ account }) => {
    const error = { code: expect.any(Number), title: expect.stringMatching(/./), details: expect.stringMatching(/./) };
    expect(await account.number("999999999999999", signal)).toEqual({ type: "refused", error });
  });

  testAccount("reads a profile as it was saved, and as it was saved again", async ({ account, phoneNumberId }) => {
    const read = async () => valueOf(await account.profile(phoneNumberId, signal));
    expect(await read()).toMatchObject({ about: "", websites: [], pictureUrl: "" });
    expect(valueOf(await account.saveProfile(phoneNumberId, profile, signal))).toBeUndefined();
    expect(await read()).toEqual({ ...profile, pictureUrl: "" });
    const less = { ...profile, description: "", email: "", websites: [] };
    valueOf(await account.saveProfile(phoneNumberId, less, signal));
    expect(await read()).toEqual({ ...less, pictureUrl: "" });
  });

  testAccount("is told why a profile is not saved", async ({ account, phoneNumberId }) => {
    const broken = { ...profile, websites: ["example.com"] };
    expect(await account.saveProfile(phoneNumberId, broken, signal)).toMatchObject({
      type: "refused",
      error: { details: expect.stringMatching(/website/i) },
    });
    expect(valueOf(await account.profile(phoneNumberId, signal))).toMatchObject({ about: "", websites: [] });
  });
}
