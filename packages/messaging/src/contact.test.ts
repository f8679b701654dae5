import { describe, expect, test } from "vitest";
import { bsuidSchema, type Contact, identitiesOf, mergeContact, shortenIdentity, waIdSchema } from "./contact.ts";

describe("a WhatsApp id", () => {
  test.each(["31612345678", "12345", "123456789012345"])("may be %s", (id) => {
    expect(waIdSchema.safeParse(id).success).toBe(true);
  });

  test.each(["", "1234", "+31612345678", "0612345678", "1234567890123456", "3161234567a", "31612345678\n"])(
    "may not be %j",
    (id) => {
      expect(waIdSchema.safeParse(id).success).toBe(false);
    },
  );
});

describe("a business-scoped user id", () => {
  test.each(["US.13491208655302741918", "US.ENT.13491208655302741918", `NL.ENT.${"a".repeat(128)}`])(
    "may be %s",
    (id) => {
      expect(bsuidSchema.safeParse(id).success).toBe(true);
    },
  );

  test.each(["US.", "us.123", "USA.123", "13491208655302741918", `US.${"1".repeat(129)}`, "US.12 3"])(
    "may not be %j",
    (id) => {
      expect(bsuidSchema.safeParse(id).success).toBe(false);
    },
  );
});

describe("the identities of a contact", () => {
  test("are those it has, the WhatsApp id first", () => {
    expect(identitiesOf({ waId: "31612345678", bsuid: "NL.1" })).toEqual(["wa:31612345678", "bs:NL.1"]);
    expect(identitiesOf({ bsuid: "NL.1", name: "Ada" })).toEqual(["bs:NL.1"]);
    expect(identitiesOf({ waId: "31612345678" })).toEqual(["wa:31612345678"]);
  });
});

describe("merging contacts", () => {
  const known: Contact = { waId: "31612345678", name: "Ada", username: "ada" };

  test("lets a newer fact replace an older one", () => {
    expect(mergeContact(known, { name: "Ada L.", username: "countess" })).toMatchObject({
      name: "Ada L.",
      username: "countess",
    });
  });

  test("lets an absent fact replace nothing", () => {
    expect(mergeContact(known, {})).toMatchObject(known);
    expect(mergeContact(known, { name: undefined })).toMatchObject(known);
  });

  test("adds the identity that was not known yet", () => {
    expect(identitiesOf(mergeContact(known, { bsuid: "NL.1" }))).toEqual(["wa:31612345678", "bs:NL.1"]);
  });
});

describe("a shortened identity", () => {
  test("shows the last four characters alone", () => {
    expect(shortenIdentity("31612345678")).toBe("***5678");
    expect(shortenIdentity("US.13491208655302741918")).toBe("***1918");
  });
});
