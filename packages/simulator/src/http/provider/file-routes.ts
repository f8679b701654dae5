import multipart from "@fastify/multipart";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { simulatorLimits } from "../../limits.ts";
import { metaError, plainMetaError } from "../../provider/meta-error.ts";
import { filesPath } from "../file-links.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { badToken, graphRoute } from "./graph-route.ts";
import { admits, nodeOf } from "./node.ts";
import { refuse } from "./refuse.ts";
import type { Outcome } from "./take-request.ts";
import { readUpload } from "./upload.ts";

/** Routes of files: upload, download and removal; what is known of a file is read with the other nodes. */
export function fileRoutes(app: FastifyInstance, parts: SimulatorParts): void {
  // In a scope of its own, so that no other route takes a form.
  app.register(async (scope) => {
    await scope.register(multipart, {
      limits: { files: 1, fields: 10, fieldSize: simulatorLimits.nameLength, parts: 12, fileSize: Infinity },
      throwFileSizeLimit: false,
    });
    uploadRoute(scope, parts);
  });

  graphRoute(app, parts, {
    method: "DELETE",
    edge: "",
    nodes: ["file"],
    handle: ({ file }) => {
      parts.world.files.remove(file.id);
      return { type: "answered", body: { success: true } };
    },
  });

  downloadRoute(app, parts);
}

/** `POST /{phone-number-id}/media` (Cloud API, Media, Upload media). */
function uploadRoute(app: FastifyInstance, parts: SimulatorParts): void {
  let underWay = 0;
  graphRoute(app, parts, {
    method: "POST",
    edge: "/media",
    nodes: ["number"],
    handle: async ({ number }, request): Promise<Outcome> => {
      if (underWay >= simulatorLimits.uploadsAtOnce) {
        const details = `The simulator reads ${simulatorLimits.uploadsAtOnce} uploads at once. Try again.`;
        return { type: "refused", error: metaError(131016, { details }) };
      }
      underWay += 1;
      try {
        const reading = await readUpload(request);
        if (!reading.isValid) return { type: "refused", error: reading.error };
        const { phoneNumberId } = number;
        const { id } = parts.world.files.add({ ...reading.value, phoneNumberId, from: "business" });
        return { type: "answered", body: { id } };
      } finally {
        underWay -= 1;
      }
    },
  });
}

const querySchema = z.object({ mid: z.string(), ext: z.string(), hash: z.string() });

/** The links that `GET /{media-id}` and webhooks give; they work with the access token alone (Cloud API, Media, Download media). */
function downloadRoute(app: FastifyInstance, parts: SimulatorParts): void {
  app.get(filesPath, (request, reply) => {
    const query = querySchema.safeParse(request.query).data;
    const id = query && parts.links.read(query);
    const node = id === undefined ? undefined : nodeOf(parts, id);
    if (node?.type !== "file") return refuse(reply, parts, linkOver);
    const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
    if (token === undefined || !admits(node, token)) return refuse(reply, parts, badToken);
    return reply.type(node.file.mimeType).send(Buffer.from(node.file.bytes));
  });
}

const linkOver = plainMetaError(404, {
  message: "This media link has expired or is not one of ours. Ask GET /{media-id} for a new one.",
  code: 100,
});
