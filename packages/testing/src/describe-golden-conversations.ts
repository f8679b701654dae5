import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Flow, nodeDefinitions, parseFlow } from "@parley/flow";
import { describe, expect, test } from "vitest";
import { drawFlow } from "./draw-flow.ts";
import type { GoldenConversation } from "./golden/golden-conversation.ts";
import { type PlayedGolden, playGolden } from "./golden/play-golden.ts";

/** A golden file that was found. */
export type GoldenFile = {
  /** The folder it stands in: the node type it is about. */
  readonly folder: string;
  readonly golden: GoldenConversation;
  readonly flow: Flow;
  /** Plays the conversation once more; the journal tells which outcomes it takes. */
  readonly play: () => PlayedGolden;
};

/**
 * Declares one test for each golden conversation under a folder, `<node type>/<case>.json` for every node type: what the engine does now must be what the file says.
 * Run with `-u`, the files are rewritten instead, and their difference is there to be reviewed. Returns what was found.
 */
export function describeGoldenConversations(root: URL): readonly GoldenFile[] {
  return Object.keys(nodeDefinitions).flatMap((folder) => {
    const files = readdirSync(new URL(`${folder}/`, root)).filter((file) => file.endsWith(".json"));
    const found = files.map((file) => ({ ...readGolden(new URL(`${folder}/${file}`, root)), folder }));
    describe(`It is true of ${folder} that`, () => {
      for (const { golden, path, play } of found) {
        test(`${golden.name}`, async () => {
          await expect(`${JSON.stringify(play().golden, null, 2)}\n`).toMatchFileSnapshot(path);
        });
      }
    });
    return found;
  });
}

function readGolden(file: URL): Omit<GoldenFile, "folder"> & { readonly path: string } {
  const path = fileURLToPath(file);
  const golden = JSON.parse(readFileSync(file, "utf8")) as GoldenConversation;
  const flow = typeof golden.flow === "string" ? readFlow(new URL(golden.flow, file)) : drawFlow(golden.flow);
  return { path, golden, flow, play: () => playGolden(golden, flow) };
}

function readFlow(file: URL): Flow {
  const parsed = parseFlow(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join("\n"));
  return parsed.flow;
}
