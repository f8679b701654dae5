import type { AppView, TemplateView } from "@parley/api";
import type { Json } from "@parley/messaging";
import { useQuery } from "@tanstack/react-query";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { textAt } from "../../nodes/in-words.ts";
import { appsQuery, templatesQuery } from "../../server/queries.ts";
import { recall, remember } from "../../ui/remembered.ts";

/** The templates of the app that is looked at. */
export type TemplateRegistry = {
  readonly apps: readonly AppView[];
  readonly appId: string | undefined;
  readonly chooseApp: (appId: string) => void;
  /** Undefined while they are not known. */
  readonly templates: readonly TemplateView[] | undefined;
  /** Why they are not known. */
  readonly error: Error | null;
  /** The one that a drawn message names. */
  readonly find: (config: Json) => TemplateView | undefined;
};

const chosenApp = createStore(() => ({ appId: recall("templates.app") }));

/** A flow belongs to no app, so that one says whose templates are offered; the browser remembers which. */
export function useTemplates(): TemplateRegistry {
  const chosen = useStore(chosenApp, (state) => state.appId);
  const apps = useQuery(appsQuery);
  const known = apps.data ?? noApps;
  const appId = known.find(({ id }) => id === chosen)?.id ?? known[0]?.id;
  const templates = useQuery({ ...templatesQuery(appId ?? ""), enabled: appId !== undefined });
  return {
    apps: known,
    appId,
    chooseApp: (id) => {
      remember("templates.app", id);
      chosenApp.setState({ appId: id });
    },
    templates: templates.data ?? (apps.data !== undefined && appId === undefined ? [] : undefined),
    error: apps.error ?? templates.error,
    find: (config) =>
      templates.data?.find(
        ({ template }) => template.name === textAt(config, "name") && template.language === textAt(config, "language"),
      ),
  };
}

const noApps: readonly AppView[] = [];
