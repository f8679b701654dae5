import { outputsOf } from "@parley/flow";
import { channelEventOf, type InboundContent } from "@parley/messaging";
import { drawFlow } from "@parley/testing";
import { expect, test } from "vitest";
import { sent } from "./engine.test-support.ts";
import { outputsOfMessage } from "./inbound-outputs.ts";

const media = {
  mediaId: "media-1",
  mimeType: "image/jpeg",
  caption: "My order",
  fileName: "order.jpg",
  url: "https://media.example/1",
};
const referral = {
  sourceType: "ad",
  sourceId: "ad-7",
  sourceUrl: "https://example.com/ad",
  headline: "Boots",
  body: "Half the price",
  clickId: "click-1",
};
const kinds = ["image", "audio", "video", "document", "sticker"] as const;

const contents: InboundContent[] = [
  { type: "text", text: "Hi" },
  { type: "postback", payload: "ORDER-7", text: "Track it" },
  { type: "list-reply", id: "row-1", title: "Books", description: "Paper ones" },
  { type: "button-reply", id: "yes", title: "Yes" },
  ...kinds.map((kind) => ({ type: "media", kind, ...media, isVoice: kind === "audio" }) as const),
  { type: "location", latitude: 1, longitude: 2, name: "Shop", address: "Damrak 1", url: "https://map.example" },
  { type: "contacts", contacts: [{ name: "Grace" }] },
  { type: "unsupported", wireType: "order" },
];

test.each(contents)("all that $type puts out, and no more, is declared by the nodes that take it", (content) => {
  const event = channelEventOf(content);
  const { nodes } = drawFlow({
    nodes: [{ id: "n3", type: "receive", config: { events: [{ type: event }] } }],
    edges: [],
  });
  const declared = nodes.flatMap((node) => (node.id === "n3" ? outputsOf(node) : []));
  const contact = { waId: "31612345678", bsuid: "NL.7", name: "Ada", username: "ada", identityHash: "hash" };
  const { message } = sent(content);
  const isMessage = event === "whatsapp.mo";
  const groups = outputsOfMessage({ ...message, contextId: "wamid.0", ...(isMessage ? { referral } : {}) }, contact, {
    appId: "app1",
    contextNode: "n2",
  });
  const names = Object.entries(groups).flatMap(([group, outputs]) =>
    Object.keys(outputs).map((name) => `${group}.${name}`),
  );
  expect(names.length).toBeGreaterThan(10);
  const undeclared = names.filter((name) => !declared.some((known) => known === name || known === `${name}.*`));
  expect(undeclared).toEqual([]);
});

test("reactions and notices put out who and when, and no message", () => {
  const { message } = sent({ type: "reaction", messageId: "wamid.1", emoji: "+1" });
  const outputs = outputsOfMessage(message, { waId: "31612345678" }, { appId: "app1" });
  expect(outputs["whatsapp"]).toEqual({
    waId: "31612345678",
    appId: "app1",
    contextNode: "",
    timestamp: "2",
    transId: "in-2000",
    type: "reaction",
  });
  expect(outputs["receive"]).toEqual({ message: "", channel: "whatsapp", payload: {} });
});
