import type { Json } from "@parley/messaging";
import { expect, test } from "vitest";
import { readStatus } from "./status.ts";

test("A receipt tells the receiver's identity key hash, where it can be read", () => {
  const read = (hash: Json) =>
    readStatus(
      { id: "wamid.1", status: "delivered", timestamp: "1750030073", recipient_identity_key_hash: hash },
      { path: "statuses[0]", phoneNumberId: "106540352242922" },
    );
  expect(read("DF2lS5v2W6x=")).toMatchObject({ receipt: { identityHash: "DF2lS5v2W6x=" } });
  for (const hash of [null, "", 7, "x".repeat(201)])
    expect(read(hash)).toMatchObject({ type: "receipt", receipt: { status: "delivered", identityHash: undefined } });
});
