/** What one entry of a package may touch. */
export type Rule = {
  /** The entries it may import, for values or for types. */
  readonly mayImport: readonly string[];
  /** The third-party packages it may import; `open` where it may choose. */
  readonly thirdParty: readonly string[] | "open";
  /** What surrounds its code: nothing but the language, Node, or a browser. */
  readonly ambient: "none" | "node" | "dom";
};

/** The rules of a tree, by entry: a folder under `packages`, with the entry's name after it, or a folder of the root. */
export type Rules = Readonly<Record<string, Rule>>;

const nouns = ["messaging", "flow", "engine"] as const;

/** Every entry under `packages` that a program or a test may be made of. */
const everyPackage = [
  ...nouns,
  "api",
  "gateway",
  "gateway/scripted",
  "gateway/wire",
  "gateway/cloud-api",
  "performer",
  "performer/browser",
  "performer/node",
  "performer/scripted",
  "store",
  "store/memory",
  "store/sqlite",
  "host",
  "simulator",
  "simulator/http",
] as const;

/** The table of packages (architecture page, Packages). An arrow that is not here does not exist. */
export const rules: Rules = {
  messaging: { mayImport: [], thirdParty: ["zod", "libphonenumber-js"], ambient: "none" },
  flow: { mayImport: ["messaging"], thirdParty: ["zod", "re2js"], ambient: "none" },
  engine: { mayImport: ["messaging", "flow"], thirdParty: ["xstate"], ambient: "none" },
  api: { mayImport: ["messaging", "flow"], thirdParty: ["zod"], ambient: "none" },
  gateway: { mayImport: ["messaging"], thirdParty: [], ambient: "none" },
  "gateway/scripted": { mayImport: ["messaging", "gateway"], thirdParty: [], ambient: "none" },
  "gateway/wire": { mayImport: ["messaging", "gateway"], thirdParty: ["zod"], ambient: "none" },
  "gateway/cloud-api": {
    mayImport: ["messaging", "gateway", "gateway/wire"],
    thirdParty: ["undici", "zod"],
    ambient: "node",
  },
  performer: {
    mayImport: ["messaging", "flow"],
    thirdParty: ["quickjs-emscripten-core", "@jitl/quickjs-singlefile-browser-release-sync", "saxes"],
    ambient: "none",
  },
  "performer/scripted": { mayImport: ["flow", "performer"], thirdParty: [], ambient: "none" },
  "performer/browser": { mayImport: ["messaging", "flow", "performer"], thirdParty: [], ambient: "dom" },
  "performer/node": {
    mayImport: ["messaging", "flow", "performer"],
    thirdParty: ["undici", "ipaddr.js"],
    ambient: "node",
  },
  store: { mayImport: nouns, thirdParty: [], ambient: "none" },
  "store/memory": { mayImport: [...nouns, "store"], thirdParty: [], ambient: "none" },
  "store/sqlite": { mayImport: ["store"], thirdParty: [], ambient: "node" },
  host: { mayImport: [...nouns, "gateway", "performer", "store"], thirdParty: [], ambient: "none" },
  simulator: {
    mayImport: [
      ...nouns,
      "host",
      "gateway/scripted",
      "gateway/wire",
      "performer",
      "performer/scripted",
      "store/memory",
    ],
    thirdParty: ["zod"],
    ambient: "none",
  },
  "simulator/http": {
    mayImport: ["simulator", "messaging"],
    thirdParty: ["fastify", "@fastify/multipart", "zod"],
    ambient: "node",
  },
  testing: {
    mayImport: [...everyPackage, "testing/processes"],
    thirdParty: ["vitest", "@playwright/test", "fast-check"],
    ambient: "node",
  },
  "testing/processes": {
    mayImport: [...nouns, "api", "simulator", "simulator/http"],
    thirdParty: ["@playwright/test"],
    ambient: "node",
  },
  tidy: { mayImport: [], thirdParty: ["vitest"], ambient: "node" },
  "apps/designer": {
    mayImport: [...nouns, "api", "performer/browser", "simulator"],
    thirdParty: "open",
    ambient: "dom",
  },
  /** Makes the browser's files, before any browser is there. */
  "apps/designer/build": { mayImport: [], thirdParty: ["vite"], ambient: "node" },
  "apps/server": { mayImport: everyPackage, thirdParty: "open", ambient: "node" },
  /** Not `testing` itself, which brings in Vitest: Playwright cannot load it. */
  e2e: {
    mayImport: ["testing/processes", "api"],
    thirdParty: ["@playwright/test", "@axe-core/playwright"],
    ambient: "node",
  },
  bench: {
    mayImport: [...everyPackage, "testing/processes"],
    thirdParty: ["fastify", "@playwright/test", "react-dom", "@xyflow/react"],
    ambient: "node",
  },
  /** The configuration files beside the root package.json. */
  root: { mayImport: [], thirdParty: ["vitest"], ambient: "node" },
};

/** What a test may import beside what its entry may; tests run on Node whatever their entry's ambient is. */
export const testRule = {
  mayImport: ["testing"],
  thirdParty: ["vitest", "fast-check"],
  ambient: "node",
} as const satisfies Rule;
