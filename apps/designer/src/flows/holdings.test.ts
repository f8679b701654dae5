import { describe, expect, it } from "vitest";
import { openDocument } from "../document/open-document.ts";
import { en } from "../texts/en/index.ts";
import { holdings } from "./holdings.ts";

describe("It is true that what a flow is made of", () => {
  it("is said by type, with that of which there is most first, and types that are not known by their names", () => {
    const nodes = ["start", "whatsapp", "of-the-future", "whatsapp"].map((type, index) => ({ id: `n${index}`, type }));
    expect(holdings(openDocument({ id: "a", name: "A", nodes }), en)).toBe(
      "2 × WhatsApp, 1 × Start, 1 × Unknown type: of-the-future",
    );
  });
});
