import { assertNever } from "@parley/messaging";
import { type DrawnFlow, drawFlow } from "../draw-flow.ts";
import type { GoldenHost, Happening } from "./golden-host.ts";
import { HostWorld } from "./host-world.ts";
import { linesSince, nothingTold, toldOf } from "./step-lines.ts";

/** Plays a golden of the host: the same golden, with what came of each step now in the place of what was expected. */
export async function playHostGolden(golden: GoldenHost): Promise<GoldenHost> {
  const world = new HostWorld({ settings: golden.settings });
  await world.furnish(golden.templates ?? [], golden.contacts ?? []);
  for (const [id, flow] of Object.entries(golden.flows)) await makeLive(world, id, flow);
  await world.start();
  const steps: GoldenHost["steps"][number][] = [];
  let told = nothingTold;
  for (const { happens } of golden.steps) {
    if (steps.length > 0) await world.passOn();
    for (const happening of happens) await take(world, happening, golden);
    steps.push({ happens, expected: linesSince(told, world) });
    told = toldOf(world);
  }
  await world.host.stop();
  return { ...golden, steps };
}

async function take(world: HostWorld, happening: Happening, { later = {} }: GoldenHost): Promise<void> {
  if ("deliver" in happening) return world.deliver(happening.deliver);
  if ("waitMs" in happening) return world.wait(happening.waitMs);
  if ("answers" in happening) return world.answerWith(happening.answers);
  if ("postAnswers" in happening) return world.answerPostsWith(happening.postAnswers);
  if ("taskAnswers" in happening) return world.answerTasksWith(happening.taskAnswers);
  if ("signal" in happening) return world.signal(happening.signal, happening.appId);
  if ("stop" in happening) return world.stopConversation(happening.stop);
  if ("crash" in happening) return world.crash();
  if ("makeLive" in happening) {
    const { makeLive: id } = happening;
    const flow = later[id];
    if (flow === undefined) throw new Error(`There is no flow ${id} to make live later.`);
    await makeLive(world, id, flow);
    return world.host.reloadFlows();
  }
  return assertNever(happening);
}

async function makeLive(world: HostWorld, id: string, flow: DrawnFlow): Promise<void> {
  await world.makeLive({ ...drawFlow(flow), id, name: id });
}
