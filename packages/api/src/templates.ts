import { templateSchema, templateStatuses } from "@parley/messaging";
import { z } from "zod";
import { nothing } from "./nothing.ts";
import { defineRoute } from "./route.ts";

const appParams = z.strictObject({ appId: z.string().max(100) });
const params = appParams.extend({ name: z.string().min(1).max(512), language: z.string().min(1).max(20) });

const registeredSchema = z.object({
  appId: z.string(),
  template: templateSchema,
  /** Changes that were not submitted yet; what is sent is `template` all the while. */
  draft: templateSchema.optional(),
  status: z.enum(templateStatuses),
  /** Why it was rejected, paused or disabled, in the provider's words. */
  reason: z.string(),
  providerId: z.string().optional(),
  updatedAt: z.int(),
  /** What Meta would refuse in it. */
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
});

/** A template in an app's registry. */
export type TemplateView = z.infer<typeof registeredSchema>;

export const listTemplates = defineRoute({
  method: "GET",
  path: "/api/apps/:appId/templates",
  params: appParams,
  query: nothing,
  body: nothing,
  response: z.object({ templates: z.array(registeredSchema) }),
});

/** Saves a draft; of a template that WhatsApp knows as changes beside it, while WhatsApp lets them be made: approved, rejected or paused. */
export const saveTemplate = defineRoute({
  method: "PUT",
  path: "/api/apps/:appId/templates/:name/:language",
  params,
  query: nothing,
  body: z.strictObject({ template: templateSchema }),
  response: registeredSchema,
});

/** Hands a draft to WhatsApp for approval; `template-has-problems` when it breaks Meta's rules, `provider-refused` when WhatsApp says no. */
export const submitTemplate = defineRoute({
  method: "POST",
  path: "/api/apps/:appId/templates/:name/:language/submit",
  params,
  query: nothing,
  body: nothing,
  response: registeredSchema,
});

/** Removes a template, at WhatsApp too. */
export const deleteTemplate = defineRoute({
  method: "DELETE",
  path: "/api/apps/:appId/templates/:name/:language",
  params,
  query: nothing,
  body: nothing,
  response: z.object({}),
});

/** Reads all templates of the business account from WhatsApp; drafts stay. */
export const syncTemplates = defineRoute({
  method: "POST",
  path: "/api/apps/:appId/templates/sync",
  params: appParams,
  query: nothing,
  body: nothing,
  response: z.object({ added: z.int(), changed: z.int(), removed: z.int(), unreadable: z.int() }),
});
