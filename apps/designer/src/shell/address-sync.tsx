import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useEffect, useLayoutEffect, useRef } from "react";
import { nodeById } from "../document/outcomes.ts";
import { useSession } from "../session/session-context.ts";
import { isSameView, searchOf, type ViewSearch, viewOf } from "./editor-search.ts";
import { shellLimits } from "./limits.ts";
import { useNarrow } from "./use-narrow.ts";

const route = getRouteApi("/flows/$flowId");

/** Keeps the address and what is looked at as one: a link shows what its sender saw, and so does the page after a reload. */
export function AddressSync() {
  const session = useSession();
  const navigate = useNavigate({ from: "/flows/$flowId" });
  const isNarrow = useNarrow();
  const address: ViewSearch = route.useSearch();
  /** What the address says, or will in a moment. */
  const said = useRef<ViewSearch>(undefined);

  useLayoutEffect(() => {
    const isFirst = said.current === undefined;
    if (said.current !== undefined && isSameView(said.current, address)) return;
    said.current = address;
    const hasNode = (id: string): boolean => nodeById(session.editor.document(), id) !== undefined;
    // A canvas on a phone shows a card or two; the outline shows the flow.
    session.view.setState(viewOf(address, hasNode, isFirst && isNarrow ? "outline" : "canvas"));
  }, [address, session, isNarrow]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const say = (): void => {
      const view = searchOf(session.view.getState());
      if (said.current !== undefined && isSameView(said.current, view)) return;
      said.current = view;
      void navigate({
        replace: true,
        search: ({ node: _node, view: _view, panel: _panel, phone: _phone, ...others }) => ({ ...others, ...view }),
      });
    };
    const stop = session.view.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(say, shellLimits.addressMs);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [session, navigate]);
  return null;
}
