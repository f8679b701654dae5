import type { Performer } from "@parley/performer";
import { sealedText } from "@parley/messaging";
import { drawFlow, seededRandom } from "@parley/testing";
import { expect, test } from "vitest";
import { createPreview, type PreviewOptions } from "./preview.ts";

const flow = drawFlow({
  nodes: [
    { id: "n3", type: "generate-otp" },
    { id: "n4", type: "whatsapp", config: { message: { type: "text", body: "Your code: $(generateOTP.OTP)" } } },
    { id: "n5", type: "end" },
  ],
  edges: ["n2 onBegin n3", "n3 onSuccess n4", "n4 onSuccess n5"],
});

async function shown(work: Pick<PreviewOptions, "performer" | "open">) {
  const preview = createPreview({
    ...work,
    flow: { ...flow, id: "story", name: "story" },
    startAt: Date.UTC(2026, 0, 1),
    random: seededRandom(7),
    settle: () => new Promise((resolve) => setImmediate(resolve)),
    contact: { waId: "31612345678", name: "Ada" },
  });
  await preview.write("Hi");
  return preview.state();
}

const performer: Performer = {
  perform: async () => ({ type: "done", values: { digest: "digest", sealed: sealedText("s3cret", 6) } }),
  post: async () => ({ type: "answered", status: 200 }),
};

test("It is true that a secret is opened on the phone that gets it, and stays sealed in what the flow knows", async () => {
  const { entries, conversations } = await shown({
    performer,
    open: (seal) => (seal === "s3cret" ? "493021" : undefined),
  });
  expect(JSON.stringify(entries.at(-1))).toContain("Your code: 493021");
  expect(conversations).toMatchObject([{ status: "ended", result: "success" }]);
  expect(JSON.stringify(conversations)).not.toContain("493021");
});

test("It is true that without a performer such work fails, with a sentence that says why", async () => {
  const { steps, conversations } = await shown({});
  expect(conversations).toMatchObject([{ status: "ended", result: "error" }]);
  expect(JSON.stringify(steps)).toContain("Nothing here performs generate-otp");
});
