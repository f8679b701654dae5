import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { readAppSearch } from "./apps/app-search.ts";
import { readContactSearch } from "./contacts/contact-search.ts";
import { readListSearch } from "./flows/list-search.ts";
import { readTemplateSearch } from "./templates/template-search.ts";
import { readEditorSearch } from "./shell/editor-search.ts";
import { BrokenPage } from "./shell/broken.tsx";
import { Loading } from "./shell/load-states.tsx";
import { NotFound } from "./shell/not-found.tsx";

const rootRoute = createRootRoute({
  notFoundComponent: NotFound,
  errorComponent: ({ error }) => <BrokenPage error={error} />,
});

const listRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import("./flows/flow-list.tsx"), "FlowList"),
});

const editorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/flows/$flowId",
  validateSearch: readEditorSearch,
  component: lazyRouteComponent(() => import("./editor-page.tsx"), "EditorPage"),
});

const appsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/apps",
  component: lazyRouteComponent(() => import("./apps/apps-page.tsx"), "AppsPage"),
});

const connectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/apps/connections/$connectionId",
  component: lazyRouteComponent(() => import("./apps/connection-page.tsx"), "ConnectionPage"),
});

const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/apps/$appId",
  validateSearch: readAppSearch,
  component: lazyRouteComponent(() => import("./apps/app-page.tsx"), "AppPage"),
});

const templatesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/templates",
  validateSearch: readTemplateSearch,
  component: lazyRouteComponent(() => import("./templates/templates-page.tsx"), "TemplatesPage"),
});

const templateRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/templates/$appId/$name/$language",
  component: lazyRouteComponent(() => import("./templates/template-page.tsx"), "TemplatePage"),
});

const contactsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/contacts",
  validateSearch: readContactSearch,
  component: lazyRouteComponent(() => import("./contacts/contacts-page.tsx"), "ContactsPage"),
});

const contactRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/contacts/$contactId",
  component: lazyRouteComponent(() => import("./contacts/contact-page.tsx"), "ContactPage"),
});

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  /** Where to go afterwards: a path of this site and no other, so that no link leads a person away with the token just given. */
  validateSearch: ({ back }: Readonly<Record<string, unknown>>): { readonly back?: string } =>
    typeof back === "string" && /^\/(?![/\\])/.test(back) ? { back } : {},
  component: lazyRouteComponent(() => import("./shell/sign-in.tsx"), "SignIn"),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    listRoute,
    editorRoute,
    appsRoute,
    connectionRoute,
    appRoute,
    templatesRoute,
    templateRoute,
    contactsRoute,
    contactRoute,
    signInRoute,
  ]),
  defaultPreload: "intent",
  defaultPendingComponent: Loading,
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
  scrollRestoration: true,
});

/** Leads to the page where one signs in, and back afterwards. */
export function goToSignIn(): void {
  const { pathname, href } = router.state.location;
  if (pathname !== "/sign-in") void router.navigate({ to: "/sign-in", search: { back: href } });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
