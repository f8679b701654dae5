import type { JsonObject } from "@parley/messaging";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import type { AccountTemplate, TemplateRefusal } from "../../index.ts";
import { type MetaError, metaError, plainMetaError } from "../../provider/meta-error.ts";
import { readWith, unpackNested } from "../../provider/reading.ts";
import { eventNameOf } from "../../templates/account-template.ts";
import { readTemplate, readTemplateChange } from "../../templates/read-template.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { graphRoute } from "./graph-route.ts";
import { readPage, templatePage } from "./template-page.ts";

const edge = "/message_templates";

/** Routes of templates: create, list, edit and remove (Cloud API, Message templates). */
export function templateRoutes(app: FastifyInstance, parts: SimulatorParts): void {
  const { templates } = parts.world;

  graphRoute(app, parts, {
    method: "POST",
    edge,
    nodes: ["account"],
    handle: ({ businessAccountId }, { body }) => {
      const reading = readTemplate(unpackNested(body, ["components"]));
      if (!reading.isValid) return { type: "refused", error: reading.error };
      const change = templates.submit(businessAccountId, reading.value);
      if (change.type === "refused") return { type: "refused", error: refusalOf(change.why, reading.value) };
      return { type: "answered", body: createdForm(change.template) };
    },
  });

  graphRoute(app, parts, {
    method: "GET",
    edge,
    nodes: ["account"],
    handle: ({ businessAccountId }, request) => {
      const page = readPage(templates.list(businessAccountId), request.query);
      if (!page.isValid) return { type: "refused", error: page.error };
      const url = new URL(request.url, parts.baseUrl());
      return { type: "answered", body: templatePage(page.value, url) };
    },
  });

  graphRoute(app, parts, {
    method: "POST",
    edge: "",
    nodes: ["template"],
    handle: ({ template: { id, template } }, { body }) => {
      const reading = readTemplateChange(template, unpackNested(body, ["components"]));
      if (!reading.isValid) return { type: "refused", error: reading.error };
      const change = templates.edit(id, reading.value);
      if (change.type === "refused") return { type: "refused", error: refusalOf(change.why, template) };
      return { type: "answered", body: { success: true } };
    },
  });

  graphRoute(app, parts, {
    method: "DELETE",
    edge,
    nodes: ["account"],
    handle: ({ businessAccountId }, { query }) => {
      const reading = readWith(removalSchema, query as JsonObject);
      if (!reading.isValid) return { type: "refused", error: reading.error };
      const { name, hsm_id: id } = reading.value;
      const count = templates.remove(businessAccountId, { name, id });
      if (count > 0) return { type: "answered", body: { success: true } };
      return { type: "refused", error: refusalOf("unknown", { name, language: "any language" }) };
    },
  });
}

/** A name removes every language of it, and with an id one of them (Cloud API, Message templates, Delete). */
const removalSchema = z.object({ name: z.string().min(1), hsm_id: z.string().optional() });

function createdForm({ id, status, template: { category } }: AccountTemplate): JsonObject {
  return { id, status: eventNameOf(status), category: category.toUpperCase() };
}

/** Why a change is refused, in Meta's words where they are known (Cloud API, Message templates, error subcodes). */
function refusalOf(
  why: TemplateRefusal,
  { name, language }: { readonly name: string; readonly language: string },
): MetaError {
  switch (why) {
    case "exists":
      return refusal(2388024, "Content in This Language Already Exists", {
        message: `There is already ${language} content for this template. You can create a new template and try again.`,
      });
    case "being-deleted":
      return refusal(2388023, "Message Template Language Is Being Deleted", {
        message: `New ${language} content can't be added while the existing ${language} content is being deleted. Try again in 4 weeks or consider creating a new message template.`,
      });
    case "full":
      return metaError(100, { details: "The limit of message templates of this account is reached." });
    case "not-editable":
      return refusal(2388045, "Message Template Cannot Be Edited", {
        message: "Only templates that are approved, rejected or paused can be edited.",
      });
    case "edited-too-often":
      return refusal(2388046, "Message Template Was Edited Too Often", {
        message: "An approved template can be edited once in 24 hours and 10 times in 30 days.",
      });
    case "unknown":
      return refusal(2593002, "Message Template Not Found", {
        message: `There is no message template ${name} in ${language}.`,
      });
  }
}

function refusal(
  error_subcode: number,
  error_user_title: string,
  { message }: { readonly message: string },
): MetaError {
  const words = { error_user_title, error_user_msg: message };
  return plainMetaError(400, { message: "Invalid parameter", code: 100, error_subcode, ...words });
}
