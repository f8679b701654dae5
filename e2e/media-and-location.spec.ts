import { uploadMedia } from "@parley/api";
import { expect } from "@playwright/test";
import { flowOf, send, test } from "@parley/testing/processes";

const upload = async (url: string, kind: string, type: string, bytes: Uint8Array) => {
  const path = uploadMedia.path.replace(":appId", "default");
  const answer = await fetch(`${url}${path}?kind=${kind}&fileName=menu`, {
    method: "POST",
    headers: { "content-type": type },
    body: bytes,
  });
  return { status: answer.status, body: (await answer.json()) as { mediaId: string; error?: { message: string } } };
};

test("files go out by link and by upload, and files and places come in", async ({ world }) => {
  const { api, url } = world.server;
  const uploaded = await upload(url, "document", "application/pdf", new TextEncoder().encode("%PDF-1.7 menu"));
  expect(uploaded).toMatchObject({ status: 200, body: { mimeType: "application/pdf", bytes: 13 } });
  const { mediaId } = uploaded.body;
  const media = (message: object) => ({ type: "whatsapp", config: { message: { type: "media", ...message } } });
  await api.goLive(
    flowOf({
      id: "files",
      nodes: {
        n3: media({
          kind: "image",
          mimeType: "image/jpeg",
          source: { type: "link", url: "https://example.com/a.jpg" },
          caption: "Our shop",
        }),
        n4: media({
          kind: "document",
          mimeType: "application/pdf",
          source: { type: "upload", mediaId },
          fileName: "menu.pdf",
        }),
        n5: {
          type: "whatsapp",
          config: { message: { type: "location", latitude: "52.37", longitude: "4.89", name: "Canal 1" } },
        },
        n6: {
          type: "receive",
          config: {
            events: [
              { type: "whatsapp.mo", media: ["location"] },
              { type: "whatsapp.mo", outcome: "a file", media: ["image", "document"] },
            ],
            timeoutSeconds: 60,
          },
        },
        n7: send("You are at $(whatsapp.locationLatitude)."),
        n8: send("You sent a file of type $(whatsapp.attachmentType): $(whatsapp.caption)"),
      },
      edges: [
        "n3.onSuccess -> n4",
        "n4.onSuccess -> n5",
        "n5.onSuccess -> n6",
        "n6.whatsapp.mo -> n7",
        "n6.a file -> n8",
        "n8.onSuccess -> n6",
      ],
    }),
  );
  const phone = world.phone();
  await phone.write("hello");
  for (const words of ["Our shop", /menu/, /Canal 1/]) await phone.expectReply(words);
  await phone.send({ type: "media", kind: "image", caption: "My cat" });
  await phone.expectReply("You sent a file of type image: My cat");
  await phone.send({ type: "location", latitude: 51.92, longitude: 4.48 });
  await phone.expectReply("You are at 51.92.");
});

test("a file that WhatsApp does not take is refused with a sentence", async ({ world }) => {
  const { url } = world.server;
  const bytes = new Uint8Array(10);
  const wrongType = await upload(url, "image", "image/gif", bytes);
  expect([wrongType.status, wrongType.body.error?.message]).toEqual([
    400,
    expect.stringContaining("image/jpeg, image/png"),
  ]);
  const tooLarge = await upload(url, "sticker", "image/webp", new Uint8Array(501 * 1024));
  expect([tooLarge.status, tooLarge.body.error?.message]).toEqual([413, expect.stringContaining("0.5 MB")]);
  expect((await upload(url, "poem", "text/plain", bytes)).status).toBe(400);
  expect((await upload(url, "image", "image/png", new Uint8Array())).status).toBe(400);
});
