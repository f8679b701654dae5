import { uploadMedia } from "@parley/api";
import { mediaKinds, mediaTypes, type MediaKind } from "@parley/messaging";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { accountAnswer } from "../account-answer.ts";
import type { Connections } from "../connections.ts";
import { RequestError } from "../http-error.ts";
import { serverLimits } from "../limits.ts";
import { registerRoute } from "../register-route.ts";
import { findApp } from "./apps.ts";
import { findConnection } from "./connections.ts";

/** Uploads of files to WhatsApp. A file is held whole, so that few may be under way at once. */
export async function mediaRoutes(app: FastifyInstance, { connections }: { readonly connections: Connections }) {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => {
    done(null, body);
  });
  let underWay = 0;
  app.addHook("onRequest", async (_request, reply) => {
    if (underWay >= serverLimits.uploads)
      throw new RequestError("too-many-requests", "Other files are being uploaded; try again in a moment.");
    underWay += 1;
    reply.raw.once("close", () => {
      underWay -= 1;
    });
  });

  registerRoute(app, uploadMedia, async ({ params: { appId }, query: { kind, fileName = "file" }, body, request }) => {
    const { connectionId, phoneNumberId } = findApp(connections, appId);
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    const mimeType = checkFile(kind, bytes.length, request);
    const { account } = findConnection(connections, connectionId);
    const file = { bytes, mimeType, fileName };
    const signal = AbortSignal.timeout(serverLimits.uploadTimeoutMs);
    const { mediaId } = accountAnswer(await account.uploadMedia(phoneNumberId, file, signal));
    return { mediaId, mimeType, bytes: bytes.length, expiresAt: Date.now() + serverLimits.uploadLivesMs };
  });
}

/** The file's MIME type as WhatsApp names it. Throws `RequestError` when WhatsApp takes no such file. */
function checkFile(kind: string, bytes: number, { headers }: FastifyRequest): string {
  const known = mediaKinds.find((one) => one === kind);
  if (known === undefined)
    throw new RequestError("invalid-input", `kind is "${kind}"; it must be ${mediaKinds.join(", ")}.`);
  const mimeType = mimeTypeOf(known, headers["content-type"] ?? "");
  if (mimeType === undefined) {
    const taken = Object.keys(mediaTypes[known].endings).join(", ");
    throw new RequestError(
      "invalid-input",
      `WhatsApp takes no ${known} of type ${headers["content-type"] ?? "unknown"}; it takes ${taken}.`,
    );
  }
  if (bytes === 0) throw new RequestError("invalid-input", "The file is empty.");
  const most = mediaTypes[known].bytes;
  if (bytes > most) {
    const megabytes = (size: number): string => `${(size / 1024 / 1024).toFixed(1)} MB`;
    throw new RequestError(
      "too-large",
      `The file has ${megabytes(bytes)}; WhatsApp takes at most ${megabytes(most)} for ${known}.`,
    );
  }
  return mimeType;
}

/** Browsers say `audio/ogg` of Opus too; WhatsApp wants the codec said. */
function mimeTypeOf(kind: MediaKind, contentType: string): string | undefined {
  const given = contentType.toLowerCase().replaceAll(/\s+/g, " ").trim();
  const plain = given.split(";")[0]?.trim();
  return Object.keys(mediaTypes[kind].endings).find((known) => known === given || known.split(";")[0] === plain);
}
