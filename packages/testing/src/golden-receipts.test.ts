import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { mergeStatus, type ReceiptStatus } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { playReceipts } from "./golden-receipts/play-receipts.ts";
import { type GoldenReceipts, receiptOrders } from "./golden-receipts/receipt-orders.ts";

const folder = new URL("../conversations/receipt-orders/", import.meta.url);
const files = readdirSync(folder).map((file) => {
  const path = fileURLToPath(new URL(file, folder));
  return { path, golden: JSON.parse(readFileSync(path, "utf8")) as GoldenReceipts };
});

describe("It is true that", () => {
  for (const { path, golden } of files) {
    test(`${golden.name}`, async () => {
      await expect(`${JSON.stringify(playReceipts(golden), null, 2)}\n`).toMatchFileSnapshot(path);
    });
  }
});

/** By Wait For, the receipts that serve it (WhatsApp node page, Wait For). */
const serving = {
  submit: ["submitted", "delivered", "read"],
  delivery: ["delivered", "read"],
  read: ["read"],
} as const satisfies Record<string, readonly ReceiptStatus[]>;

const successes = { submit: "onSubmit", delivery: "onDeliveryReportSuccess", read: "onRead" } as const;

describe("It is true of receipts that", () => {
  test("there is a golden for each Wait For of each node that has it", () => {
    const kinds = files.map(({ golden }) => `${typeOf(golden)} ${waitForOf(golden)}`);
    const waits = Object.keys(serving);
    expect(kinds.toSorted()).toEqual(
      ["whatsapp none", ...waits.flatMap((wait) => [`wait-for ${wait}`, `whatsapp ${wait}`])].toSorted(),
    );
  });

  test("every order is played in every situation", () => {
    expect(receiptOrders).toHaveLength(64);
    expect(new Set(receiptOrders.map((order) => order.join(" "))).size).toBe(64);
    for (const { golden } of files) {
      expect(Object.keys(golden.orders)).toEqual(receiptOrders.map((order) => order.join(" ")));
      for (const played of Object.values(golden.orders)) {
        expect(Object.keys(played)).toEqual(Object.keys(golden.situations));
      }
      const needed = ["while it waits", "each twice", "before the answer", "after the node", "after the end"];
      expect(Object.keys(golden.situations)).toEqual(expect.arrayContaining(needed));
    }
  });

  test("who waits leaves at the first that serves or fails, and in the end the greatest is known", () => {
    for (const { golden } of files) {
      const waitFor = waitForOf(golden);
      for (const order of receiptOrders) {
        const told = { ...golden.orders[order.join(" ")] };
        const greatest = order.reduce<ReceiptStatus | undefined>(mergeStatus, undefined) ?? "submitted";
        for (const situation of ["while it waits", "each twice", "before the answer", "after the node"]) {
          expect([order, situation, told[situation]]).toEqual([
            order,
            situation,
            expect.stringContaining(`is ${greatest},`),
          ]);
        }
        expect(told["after the end"]).toContain("the send is accepted, 1001");
        if (waitFor === "none") continue;
        const left = firstVerdict(waitFor, order);
        expect([order, told["while it waits"]]).toEqual([order, expect.stringMatching(`^${left};`)]);
        expect(told["each twice"]).toBe(told["while it waits"]);
        expect(told["after the node"]).toMatch(/^left by onTimeout at the timer;/);
      }
    }
  });
});

/** What the table of Wait For says of receipts that come in this order. */
function firstVerdict(waitFor: keyof typeof serving, order: readonly ReceiptStatus[]): string {
  const served: readonly ReceiptStatus[] = serving[waitFor];
  const first = order.find((status) => status === "failed" || served.includes(status));
  if (first === undefined) return "stays";
  return `left by ${first === "failed" ? "onDeliveryReportFail" : successes[waitFor]} at ${first}`;
}

function typeOf({ flow, node }: GoldenReceipts): string | undefined {
  return flow.nodes.find(({ id }) => id === node)?.type;
}

function waitForOf({ flow, node }: GoldenReceipts): keyof typeof serving | "none" {
  const { config } = flow.nodes.find(({ id }) => id === node) ?? { config: {} };
  const { waitFor = "none" } = config as { readonly waitFor?: keyof typeof serving };
  return waitFor;
}
