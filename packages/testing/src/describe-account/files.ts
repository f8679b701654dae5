import { mediaKinds, mediaTypes } from "@parley/messaging";
import { expect } from "vitest";
import type { TestAccount } from "../describe-account.ts";
import { signal, valueOf } from "./value-of.ts";

const bytes = new TextEncoder().encode("Not really such a file, and nobody looks.");

/** Files for messages. */
export function describeFiles(testAccount: TestAccount): void {
  for (const kind of mediaKinds) {
    testAccount(`uploads files of kind ${kind} of every type, and they can be sent`, async (subject) => {
      const { account, phoneNumberId } = subject;
      const types = Object.entries(mediaTypes[kind].endings);
      expect(types.length).toBeGreaterThan(0);
      for (const [mimeType, [ending]] of types) {
        const file = { bytes, mimeType, fileName: `Grüße.${ending}` };
        const { mediaId } = valueOf(await account.uploadMedia(phoneNumberId, file, signal));
        const source = { type: "upload", mediaId } as const;
        const isTaken = await subject.send({ type: "media", kind, mimeType, source, caption: "", fileName: "" });
        expect([mimeType, isTaken]).toEqual([mimeType, true]);
      }
    });
  }

  testAccount("uploads no file that WhatsApp would not take", async ({ account, phoneNumberId }) => {
    const refusals = [
      { bytes, mimeType: "application/zip", fileName: "a.zip" },
      { bytes: new Uint8Array(), mimeType: "image/png", fileName: "a.png" },
      { bytes: new Uint8Array(mediaTypes.image.bytes + 1), mimeType: "image/png", fileName: "a.png" },
    ];
    for (const file of refusals)
      expect(await account.uploadMedia(phoneNumberId, file, signal)).toMatchObject({
        type: "refused",
        error: { details: expect.stringMatching(/^The file/) },
      });
  });
}
