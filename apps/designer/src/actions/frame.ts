import type { FlowSession } from "../session/flow-session.ts";

/** What actions ask of the page round an open flow, which alone knows the router and how the flow is saved. */
export type Frame = {
  readonly saveNow: () => void;
  readonly goToList: () => void;
};

const frames = new WeakMap<FlowSession, Frame>();

/** Tells the actions how the page does its part, until what it returns is called: an effect of the page. */
export function provideFrame(session: FlowSession, frame: Frame): () => void {
  frames.set(session, frame);
  return () => {
    if (frames.get(session) === frame) frames.delete(session);
  };
}

/** The page round a flow; absent where the flow is shown without one. */
export function frameOf(session: FlowSession): Frame | undefined {
  return frames.get(session);
}
