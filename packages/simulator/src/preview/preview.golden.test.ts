import { readFileSync } from "node:fs";
import type { DrawnFlow } from "@parley/testing";
import { expect, test } from "vitest";
import { previewFailures } from "./index.ts";
import { createTestPreview } from "./preview.test-support.ts";

/** What the golden conversations of the host that a preview can play are made of. */
type Golden = {
  readonly name: string;
  readonly flows: { readonly [id: string]: DrawnFlow };
  readonly steps: readonly {
    readonly happens: readonly Happening[];
    readonly expected: { readonly journal?: readonly string[] };
  }[];
};

type Happening = {
  readonly waitMs?: number;
  readonly answers?: readonly {
    readonly type: string;
    readonly reason?: string;
    readonly error?: { readonly code: number };
  }[];
  readonly deliver?: readonly {
    readonly type: "message" | "receipt";
    readonly content: string;
    readonly status: "submitted" | "delivered" | "read";
    readonly messageId: string;
  }[];
};

/** Goldens of the host, and how many steps of each a person could bring about by a preview's controls. */
const goldens: readonly [file: string, steps: number][] = [
  ["policy/window-after-a-day", 2],
  ["policy/of-the-provider", 1],
  ["receipts/late", 5],
  ["receipts/read-without-delivered", 1],
  ["receipts/ambiguous-retried", 3],
  ["routing/keeps", 4],
  ["routing/keeps-twenty", 3],
  ["routing/nobody", 1],
];

test.each(goldens)("a preview journals %s as the host of the server does", async (file, count) => {
  const path = new URL(`../../../testing/conversations/${file}.json`, import.meta.url);
  const { flows, steps } = JSON.parse(readFileSync(path, "utf8")) as Golden;
  const [[id, flow] = []] = Object.entries(flows);
  if (flow === undefined) throw new Error(`${file} has no flow.`);
  const { preview, journal } = createTestPreview(flow, id);
  preview.setReceipts("none");
  expect(steps.length).toBeGreaterThanOrEqual(count);
  for (const { happens, expected } of steps.slice(0, count)) {
    for (const happening of happens) await bringAbout(happening, preview);
    expect(journal()).toEqual((expected.journal ?? []).map(inTheWordsOfAPreview));
  }
});

async function bringAbout(
  happening: Happening,
  preview: ReturnType<typeof createTestPreview>["preview"],
): Promise<void> {
  const { waitMs, answers, deliver = [] } = happening;
  if (waitMs !== undefined) await preview.skip(waitMs);
  if (answers !== undefined) preview.failNextSend(answers[0]?.error?.code === 131049 ? 131049 : 131000);
  for (const { type, content, status, messageId } of deliver) {
    if (type === "message") await preview.write(content);
    else {
      const sent = preview.state().entries.filter(({ direction }) => direction === "out");
      await preview.report(sent[Number(messageId.slice(1)) - 1]?.id ?? "", status === "submitted" ? "sent" : status);
    }
  }
}

/** A preview has words of its own for an answer that is lost. */
function inTheWordsOfAPreview(line: string): string {
  return line.replace("The answer is lost.", previewFailures[131000].title);
}
