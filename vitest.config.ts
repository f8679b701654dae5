import { defineConfig } from "vitest/config";

/** Threads that keep their modules from file to file: nothing here keeps state in a module or replaces one, so that files need no walls. */
export default defineConfig({
  test: {
    include: ["packages/**/*.test.ts", "apps/**/*.test.ts"],
    environment: "node",
    pool: "threads",
    isolate: false,
  },
});
