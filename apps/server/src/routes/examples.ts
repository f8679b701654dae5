import { readdir, readFile } from "node:fs/promises";
import { listExamples } from "@parley/api";
import { type FlowDraft, flowDraftSchema } from "@parley/flow";
import type { FastifyInstance } from "fastify";
import { serverLimits } from "../limits.ts";
import { registerRoute } from "../register-route.ts";

const folder = new URL("../../../../examples/", import.meta.url);
const ending = ".flow.json";

/** Flows to begin from, which come with the program. */
export function exampleRoutes(app: FastifyInstance): void {
  let drafts: Promise<readonly FlowDraft[]> | undefined;
  registerRoute(app, listExamples, async () => ({
    examples: (await (drafts ??= readExamples())).map((draft) => {
      const { id, name, description } = draft;
      return { id, name, description, draft };
    }),
  }));
}

async function readExamples(): Promise<readonly FlowDraft[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).toSorted();
  return Promise.all(
    names
      .slice(0, serverLimits.examples)
      .map(async (name) => flowDraftSchema.parse(JSON.parse(await readFile(new URL(name, folder), "utf8")))),
  );
}
