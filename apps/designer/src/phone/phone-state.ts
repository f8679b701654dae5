import { useStore } from "zustand";
import type { FlowSession } from "../session/flow-session.ts";
import { perSession } from "../session/per-session.ts";
import { useSession } from "../session/session-context.ts";

/** What the phone talks to: the draft as it is here, or the version that is live. */
export type PhoneMode = "preview" | "live";

const modeOf = perSession<{ readonly mode: PhoneMode }>(() => ({ mode: "preview" }));

/** Has the phone talk to the draft or to the live version. */
export function setPhoneMode(session: FlowSession, mode: PhoneMode): void {
  modeOf(session).setState({ mode });
}

/** What the phone talks to. */
export function usePhoneMode(): PhoneMode {
  return useStore(modeOf(useSession()), ({ mode }) => mode);
}
