import {
  deleteTemplate,
  listTemplates,
  saveTemplate,
  submitTemplate,
  syncTemplates,
  type TemplateView,
} from "@parley/api";
import { checkTemplate, type RegisteredTemplate, type TemplateStatus } from "@parley/messaging";
import type { TemplateStore } from "@parley/store";
import type { FastifyInstance } from "fastify";
import { accountAnswer } from "../account-answer.ts";
import type { Connection, Connections } from "../connections.ts";
import { RequestError } from "../http-error.ts";
import { serverLimits } from "../limits.ts";
import { registerRoute } from "../register-route.ts";
import { contentOf, syncTemplates as sync, takeSubmission } from "../template-registry.ts";
import { deadline, findApp } from "./apps.ts";
import { findConnection } from "./connections.ts";

type TemplateParts = { readonly templates: TemplateStore; readonly connections: Connections };

/** What WhatsApp lets be edited once it was submitted (Cloud API, Message templates, Edit). */
const editable: ReadonlySet<TemplateStatus> = new Set(["draft", "approved", "rejected", "paused"]);

/** The registries of message templates, one for each app. */
export function templateRoutes(app: FastifyInstance, { templates, connections }: TemplateParts): void {
  const connectionOf = (appId: string): Connection =>
    findConnection(connections, findApp(connections, appId).connectionId);

  registerRoute(app, listTemplates, async ({ params: { appId } }) => {
    findApp(connections, appId);
    return { templates: (await templates.list(appId)).map(viewOf) };
  });

  registerRoute(app, saveTemplate, async ({ params: { appId, name, language }, body: { template } }) => {
    findApp(connections, appId);
    if (template.name !== name || template.language !== language)
      throw new RequestError(
        "invalid-input",
        `The path says ${name} in ${language}; the template says ${template.name} in ${template.language}.`,
      );
    const known = await templates.get(appId, name, language);
    if (known !== undefined && !editable.has(known.status))
      throw new RequestError("conflict", `The template is ${known.status}; WhatsApp lets no one change it now.`);
    if (known === undefined && (await templates.list(appId)).length >= serverLimits.templatesOfApp)
      throw new RequestError("conflict", `The app has ${serverLimits.templatesOfApp} templates already.`);
    const updatedAt = Date.now();
    const next: RegisteredTemplate =
      known?.providerId === undefined
        ? { appId, template, status: "draft", reason: "", updatedAt }
        : { ...known, draft: template, updatedAt };
    await templates.save([next]);
    return viewOf(next);
  });

  registerRoute(app, submitTemplate, async ({ params: { appId, name, language } }) => {
    const known = await find(templates, appId, name, language);
    const template = contentOf(known);
    const problems = checkTemplate(template);
    if (problems.length > 0) {
      const message = `WhatsApp would refuse the template: ${problems.map((one) => `${one.field} ${one.message}`).join("; ")}.`;
      throw new RequestError("template-has-problems", message, {
        problems: problems.map((one) => ({ path: one.field, message: one.message })),
      });
    }
    const handed = await hand({ ...known, template }, connectionOf(appId));
    return viewOf(await takeSubmission(templates, known, { ...handed, template }));
  });

  registerRoute(app, deleteTemplate, async ({ params: { appId, name, language } }) => {
    const known = await find(templates, appId, name, language);
    if (known.providerId !== undefined) {
      const { account, ...connection } = connectionOf(appId);
      accountAnswer(
        await account.removeTemplate(businessAccount(connection), { name, providerId: known.providerId }, deadline()),
      );
    }
    await templates.remove(appId, name, language);
    return {};
  });

  registerRoute(app, syncTemplates, async ({ params: { appId } }) => {
    const { account, ...connection } = connectionOf(appId);
    const found = accountAnswer(await account.templates(businessAccount(connection), deadline()));
    return { ...(await sync(templates, appId, found.templates)), unreadable: found.unreadable };
  });
}

/** Hands a template to WhatsApp: a new one is submitted, one that it knows is edited and waits for approval again. */
async function hand(
  { template, providerId }: RegisteredTemplate,
  { account, ...connection }: Connection,
): Promise<{ readonly providerId: string; readonly status: TemplateStatus }> {
  if (providerId === undefined)
    return accountAnswer(await account.submitTemplate(businessAccount(connection), template, deadline()));
  accountAnswer(await account.editTemplate(providerId, template, deadline()));
  return { providerId, status: "pending" };
}

function businessAccount({ businessAccountId, name }: Pick<Connection, "businessAccountId" | "name">): string {
  if (businessAccountId !== "") return businessAccountId;
  throw new RequestError(
    "conflict",
    `Give the connection ${name} the id of its WhatsApp business account first; Meta's dashboard shows it.`,
  );
}

async function find(
  templates: TemplateStore,
  appId: string,
  name: string,
  language: string,
): Promise<RegisteredTemplate> {
  const found = await templates.get(appId, name, language);
  if (found === undefined)
    throw new RequestError("not-found", `The app ${appId} has no template ${name} in ${language}.`);
  return found;
}

function viewOf(registered: RegisteredTemplate): TemplateView {
  return { ...registered, problems: checkTemplate(contentOf(registered)).map((one) => ({ ...one })) };
}
