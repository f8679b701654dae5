/** What is shown of an app. */
export const appTabs = ["settings", "profile", "link", "button"] as const;
export type AppTab = (typeof appTabs)[number];

/** What the address says of an app's page; what is as usual is left out. */
export type AppSearch = { readonly tab?: AppTab };

/** Reads the search parameters of an app's address. What does not fit is passed over: an old link still shows the app. */
export function readAppSearch({ tab }: Readonly<Record<string, unknown>>): AppSearch {
  const known = appTabs.find((one) => one === tab && one !== "settings");
  return known === undefined ? {} : { tab: known };
}
