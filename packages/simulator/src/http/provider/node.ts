import type { AccountTemplate, StoredFile } from "../../index.ts";
import type { RegisteredNumber } from "../number-registration.ts";
import type { SimulatorParts } from "../simulator-parts.ts";

/** What an id of the Graph API may name here. */
export type GraphNode =
  | { readonly type: "number"; readonly number: RegisteredNumber }
  | { readonly type: "account"; readonly businessAccountId: string; readonly numbers: readonly RegisteredNumber[] }
  | { readonly type: "file"; readonly file: StoredFile; readonly number: RegisteredNumber }
  | {
      readonly type: "template";
      readonly template: AccountTemplate;
      readonly numbers: readonly RegisteredNumber[];
    };

/** A node of one of some types. */
export type NodeOf<Type extends GraphNode["type"]> = Extract<GraphNode, { readonly type: Type }>;

/** What an id names; undefined where it names nothing. */
export function nodeOf({ numbers, world }: SimulatorParts, id: string): GraphNode | undefined {
  const number = numbers.get(id);
  if (number !== undefined) return { type: "number", number };
  const ofAccount = numbers.ofAccount(id);
  if (ofAccount.length > 0) return { type: "account", businessAccountId: id, numbers: ofAccount };
  const file = world.files.get(id);
  const owner = file && numbers.get(file.phoneNumberId);
  if (file !== undefined && owner !== undefined) return { type: "file", file, number: owner };
  const template = world.templates.get(id);
  if (template === undefined) return undefined;
  return { type: "template", template, numbers: numbers.ofAccount(template.businessAccountId) };
}

/** Whether a token may use a node: that of the number itself, or of any number of the account. */
export function admits(node: GraphNode, token: string): boolean {
  const numbers = "numbers" in node ? node.numbers : [node.number];
  return numbers.some(({ accessToken }) => accessToken === token);
}
