export { deepFreeze } from "./deep-freeze.ts";
export { type AccountUnderTest, describeAccount } from "./describe-account.ts";
export {
  describeGateway,
  type GatewayTrait,
  type GatewayTreatment,
  type GatewayUnderTest,
  type OpenGatewayOptions,
  type TakenMessage,
  type TemplateVerdict,
  type WebhookPost,
  type Writing,
} from "./describe-gateway.ts";
export { describeGoldenConversations, type GoldenFile } from "./describe-golden-conversations.ts";
export { describeStore, type StoreUnderTest } from "./describe-store.ts";
export { type DrawnFlow, type DrawnNode, drawFlow } from "./draw-flow.ts";
export type { DrawnEvent, ExpectedTurn, GoldenConversation } from "./golden/golden-conversation.ts";
export { type PlayedGolden, playGolden } from "./golden/play-golden.ts";
export { type RandomFlowOptions, randomFlows } from "./random/random-flow.ts";
export { eventOfMove, type Move, randomMoves, startEvent } from "./random/random-moves.ts";
export { seededRandom } from "./processes/seeded-random.ts";
export { createScriptedGateway, type Script, type ScriptedGateway } from "@parley/gateway/scripted";
export {
  createScriptedPerformer,
  type PostScript,
  type TaskScript,
  type ScriptedPerformer,
} from "@parley/performer/scripted";
export { createManualClock, type ManualClock } from "@parley/simulator";
export { createMemoryData, createMemoryStore, type MemoryData } from "@parley/store/memory";
