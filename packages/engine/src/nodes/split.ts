import type { NodeOf } from "@parley/flow";
import { hashOf } from "../hash.ts";
import type { MakeBehaviour } from "./behaviour.ts";

/** Split: decides at once by share. The same contact goes the same way at the same node, in every version of the flow that keeps the shares. */
export const split: MakeBehaviour<NodeOf<"split">> = ({ id, config }, flowId) => ({
  enter: (step) => {
    const { contact, conversationId, visits } = step.context;
    const who = config.by === "contact" ? (contact.waId ?? contact.bsuid ?? "") : `${conversationId}-${visits}`;
    const place = (hashOf(`${flowId} ${id} ${who}`) / 2 ** 32) * 100;
    let end = 0;
    const taken = config.branches.find(({ percent }) => {
      end += percent;
      return place < end;
    });
    const name = (taken ?? config.branches.findLast(({ percent }) => percent > 0))?.name;
    if (name === undefined) {
      step.fail("No branch has a share.");
      return;
    }
    step.putOut({ split: { branch: name } });
    step.decide(name);
  },
  shape: () => ({}),
});
