import { isNodeType, type NodeType } from "@parley/flow";
import { branch } from "./branch.tsx";
import { businessHours } from "./business-hours.tsx";
import { dataParser } from "./data-parser.tsx";
import { delay } from "./delay.tsx";
import { end } from "./end.tsx";
import { evaluate } from "./evaluate.tsx";
import { generateOtp } from "./generate-otp.tsx";
import { httpRequest } from "./http-request.tsx";
import type { NodeFace } from "./node-face.ts";
import { profile } from "./profile.tsx";
import { receive } from "./receive.tsx";
import { split } from "./split.tsx";
import { start } from "./start.tsx";
import { validateOtp } from "./validate-otp.tsx";
import { waitFor } from "./wait-for.tsx";
import { whatsapp } from "./whatsapp.tsx";

/** How every node type looks, in the order of the palette. */
export const nodeFaces = {
  start,
  whatsapp,
  receive,
  "wait-for": waitFor,
  branch,
  delay,
  evaluate,
  "http-request": httpRequest,
  "data-parser": dataParser,
  profile,
  "generate-otp": generateOtp,
  "validate-otp": validateOtp,
  split,
  "business-hours": businessHours,
  end,
} as const satisfies { [Type in NodeType]: NodeFace };

/** The node types in the order of the palette. */
export const nodeTypes = Object.keys(nodeFaces) as readonly NodeType[];

/** The face of a node's type, or undefined for a type that is not known here. */
export function faceOf(type: string): NodeFace | undefined {
  return isNodeType(type) ? nodeFaces[type] : undefined;
}
