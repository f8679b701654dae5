export { checkTree, type Report } from "./check-tree.ts";
export { readTree } from "./read-tree.ts";
export { type Rule, type Rules, rules } from "./rules.ts";
export type { Files } from "./tree.ts";
