import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { readListSearch } from "./flows/list-search.ts";
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

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  /** Where to go afterwards: a path of this site and no other, so that no link leads a person away with the token just given. */
  validateSearch: ({ back }: Readonly<Record<string, unknown>>): { readonly back?: string } =>
    typeof back === "string" && /^\/(?![/\\])/.test(back) ? { back } : {},
  component: lazyRouteComponent(() => import("./shell/sign-in.tsx"), "SignIn"),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([listRoute, editorRoute, signInRoute]),
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
