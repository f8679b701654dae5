import type { FlowNode, NodeOf, NodeType } from "@parley/flow";
import type { Behaviour, MakeBehaviour } from "./behaviour.ts";
import { branch } from "./branch.ts";
import { businessHours } from "./business-hours.ts";
import { dataParser } from "./data-parser.ts";
import { delay } from "./delay.ts";
import { end } from "./end.ts";
import { evaluate } from "./evaluate.ts";
import { generateOtp } from "./generate-otp.ts";
import { httpRequest } from "./http-request.ts";
import { profile } from "./profile.ts";
import { receive } from "./receive.ts";
import { split } from "./split.ts";
import { start } from "./start.ts";
import { validateOtp } from "./validate-otp.ts";
import { waitFor } from "./wait-for.ts";
import { whatsapp } from "./whatsapp.ts";

const behaviours = {
  start,
  receive,
  whatsapp,
  "wait-for": waitFor,
  branch,
  delay,
  "business-hours": businessHours,
  split,
  evaluate,
  "http-request": httpRequest,
  "data-parser": dataParser,
  profile,
  "generate-otp": generateOtp,
  "validate-otp": validateOtp,
  end,
} as const satisfies { [Type in NodeType]: MakeBehaviour<NodeOf<Type>> };

/** Makes the behaviour of a node. The registry pairs each type with its own maker, which therefore fits. */
export function makeBehaviour(node: FlowNode, flowId: string): Behaviour {
  return (behaviours[node.type] as MakeBehaviour<FlowNode>)(node, flowId);
}
