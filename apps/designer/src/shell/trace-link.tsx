import { getRouteApi } from "@tanstack/react-router";
import { useEffect } from "react";
import { sentenceOf } from "../server/server-error.ts";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { showToast } from "../ui/toast.tsx";
import { showTrace } from "./show-trace.ts";

const route = getRouteApi("/flows/$flowId");

/** Shows the way of the conversation that the address names. */
export function TraceLink() {
  const session = useSession();
  const texts = useTexts();
  const conversationId = route.useSearch({ select: ({ trace }) => trace });
  useEffect(() => {
    if (conversationId === undefined) return;
    const stop = new AbortController();
    showTrace(session, conversationId, stop.signal).catch((error: unknown) => {
      if (!stop.signal.aborted) showToast(sentenceOf(error, texts));
    });
    return () => stop.abort();
  }, [conversationId, session, texts]);
  return null;
}
