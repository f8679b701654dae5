import { assertNever, type JsonObject } from "@parley/messaging";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { StoredFile } from "../../index.ts";
import { plainMetaError } from "../../provider/meta-error.ts";
import { templateWireForm } from "../../templates/template-wire.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { fieldsOf } from "./fields.ts";
import { graphRoute } from "./graph-route.ts";
import type { NodeOf } from "./node.ts";
import { numberFacts, usualFacts } from "./number-routes.ts";
import type { Outcome } from "./take-request.ts";

/** `GET /{id}`: what is known of a number, an account, a file or a template (Graph API, reading nodes). */
export function nodeRoutes(app: FastifyInstance, parts: SimulatorParts): void {
  graphRoute(app, parts, {
    method: "GET",
    edge: "",
    nodes: ["number", "account", "file", "template"],
    handle: (node, { query }): Outcome => {
      switch (node.type) {
        case "number":
          return { type: "answered", body: fieldsOf(numberFacts(node.number), query, usualFacts) };
        case "account": {
          const account = {
            id: node.businessAccountId,
            name: "Simulated business",
            message_template_namespace: "simulated",
          };
          return { type: "answered", body: fieldsOf(account, query, ["name", "message_template_namespace"]) };
        }
        case "file":
          return readFile(parts, node, query);
        case "template": {
          const template = templateWireForm(node.template);
          return { type: "answered", body: fieldsOf(template, query, Object.keys(template)) };
        }
        default:
          return assertNever(node);
      }
    },
  });
}

const fileQuerySchema = z.object({ phone_number_id: z.string().optional() });

/** A file with a link to it. The number, if it is named, must be the one that it was uploaded for: one that a person sent was uploaded for none. */
function readFile({ links }: SimulatorParts, { file }: NodeOf<"file">, query: unknown): Outcome {
  const asked = fileQuerySchema.safeParse(query).data?.phone_number_id;
  const owner = file.from === "business" ? file.phoneNumberId : undefined;
  if (asked === undefined || asked === owner) return { type: "answered", body: fileWireForm(file, links.of(file.id)) };
  const message = "Param phone_number_id is not a valid whatsapp business phone number id ID";
  return { type: "refused", error: plainMetaError(400, { message: `(#100) ${message}`, code: 100 }) };
}

/** What is known of a file (Cloud API, Media, Retrieve media URL); the checksum is hexadecimal here, and base64 in webhooks. */
function fileWireForm({ id, mimeType, sha256, bytes }: StoredFile, url: string): JsonObject {
  return {
    messaging_product: "whatsapp",
    url,
    mime_type: mimeType,
    sha256: Buffer.from(sha256, "base64").toString("hex"),
    file_size: bytes.length,
    id,
  };
}
