import type { FlowFacts } from "@parley/flow";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useStore } from "zustand";
import type { FlowDocument } from "../document/flow-document.ts";
import { textAt } from "../nodes/in-words.ts";
import { appsQuery, inboundWebhooksQuery, templatesQuery } from "../server/queries.ts";
import type { FlowSession } from "../session/flow-session.ts";
import { factsOf } from "./facts.ts";

/** Keeps up what the checks of an open flow must know of the server. A flow that names no template and no webhook asks for none. */
export function useFacts(session: FlowSession): void {
  const namesTemplates = useStore(session.editor.store, ({ document }) => hasTemplates(document));
  const namesWebhook = useStore(session.editor.store, ({ document }) => hasWebhook(document));
  const { data: apps } = useQuery({ ...appsQuery, enabled: namesTemplates });
  const templates = useQueries({
    queries: (apps ?? []).map(({ id }) => ({ ...templatesQuery(id), enabled: namesTemplates })),
    combine: (answers) =>
      answers.every(({ data }) => data !== undefined) ? answers.flatMap(({ data }) => data ?? []) : undefined,
  });
  const { data: webhooks } = useQuery({ ...inboundWebhooksQuery, enabled: namesWebhook });
  useEffect(() => {
    const facts: FlowFacts = {
      templates: apps === undefined ? undefined : templates,
      inboundWebhooks: webhooks === undefined ? undefined : new Set(webhooks.map(({ id }) => id)),
    };
    factsOf(session).setState(facts, true);
  }, [session, apps, templates, webhooks]);
}

function hasTemplates({ nodes }: FlowDocument): boolean {
  return nodes.some(
    ({ config }) =>
      textAt(config, "message", "type") === "template" || textAt(config, "templateFallback", "type") !== "",
  );
}

function hasWebhook({ nodes }: FlowDocument): boolean {
  return nodes.some(({ config }) => textAt(config, "trigger", "type") === "webhook");
}
