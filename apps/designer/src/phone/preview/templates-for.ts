import { listApps, listTemplates } from "@parley/api";
import type { Flow } from "@parley/flow";
import type { Template } from "@parley/messaging";
import { ask } from "../../server/ask.ts";

/**
 * The approved templates of all apps, for a flow that sends any: a preview belongs to no app. Of two with one name and language the first one counts. A
 * preview does without them where no server gives them.
 */
export async function templatesFor(flow: Flow): Promise<readonly Template[]> {
  if (!sendsTemplates(flow)) return [];
  try {
    const { apps } = await ask(listApps, {});
    const lists = await Promise.all(apps.map(({ id: appId }) => ask(listTemplates, { params: { appId } })));
    const approved = lists.flatMap(({ templates }) => templates.filter(({ status }) => status === "approved"));
    const found = new Map(
      approved.toReversed().map(({ template }) => [`${template.language} ${template.name}`, template]),
    );
    return [...found.values()];
  } catch {
    return [];
  }
}

/** Whether a flow sends templates, by themselves or in the place of other messages. */
function sendsTemplates({ nodes }: Flow): boolean {
  return nodes.some(
    (node) =>
      node.type === "whatsapp" &&
      (node.config.message.type === "template" || node.config.templateFallback !== undefined),
  );
}
