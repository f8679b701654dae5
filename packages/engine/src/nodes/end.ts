import type { NodeOf } from "@parley/flow";
import type { MakeBehaviour } from "./behaviour.ts";

/** End: the conversation is over, with the result that the designer chose. */
export const end: MakeBehaviour<NodeOf<"end">> = ({ config }) => ({
  enter: (step) => {
    step.update({ result: config.result });
    step.note({ type: "ended", result: config.result });
  },
  shape: () => ({ type: "final" }),
});
