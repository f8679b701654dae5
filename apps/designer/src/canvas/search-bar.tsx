import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { nodeById } from "../document/outcomes.ts";
import { type FlowSession, select } from "../session/flow-session.ts";
import { useDocument, useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { IconButton } from "../ui/button.tsx";
import { TextInput } from "../ui/field.tsx";
import { canvasOf, useCanvas } from "./canvas-state.ts";
import styles from "./search-bar.module.css";
import { searchDocument } from "./search.ts";
import { showItems } from "./view.ts";

/** The search over the canvas, while it is open. */
export function SearchBar() {
  return useCanvas(({ isSearchOpen }) => isSearchOpen) ? <OpenSearch /> : null;
}

function OpenSearch() {
  const session = useSession();
  const all = useTexts();
  const texts = all.canvas;
  const document = useDocument((current) => current);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const [query, setQuery] = useState("");
  const [index, setIndex] = useState(-1);
  const found = searchDocument(document, query, all);
  const state = canvasOf(session);
  const shown = found.join(" ");
  useEffect(() => {
    state.setState({ found: new Set(shown.split(" ").filter(Boolean)) });
    return () => state.setState({ found: new Set() });
  }, [shown, state]);
  const go = (by: 1 | -1): void => {
    const next = index === -1 && by === -1 ? found.length - 1 : (index + by + found.length) % found.length;
    const id = found[next];
    if (id === undefined) return;
    setIndex(next);
    reveal(session, id);
  };
  const close = (): void => state.setState({ isSearchOpen: false, wantedFocus: found[index] });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  };
  return (
    <search className={styles["bar"]}>
      <TextInput
        type="search"
        ref={input}
        onKeyDown={onKeyDown}
        aria-label={texts.searchIn}
        placeholder={texts.searchIn}
        value={query}
        onChange={({ target }) => {
          setQuery(target.value);
          setIndex(-1);
        }}
      />
      <span role="status" className={styles["count"]}>
        {query.trim() === "" ? "" : texts.searchCount(index + 1, found.length)}
      </span>
      <IconButton label={texts.searchPrevious} keys="Shift+Enter" onClick={() => go(-1)}>
        <ChevronUp size={16} aria-hidden />
      </IconButton>
      <IconButton label={texts.searchNext} keys="Enter" onClick={() => go(1)}>
        <ChevronDown size={16} aria-hidden />
      </IconButton>
      <IconButton label={texts.searchClose} keys="Escape" onClick={close}>
        <X size={16} aria-hidden />
      </IconButton>
    </search>
  );
}

function reveal(session: FlowSession, id: string): void {
  const isNode = nodeById(session.editor.document(), id) !== undefined;
  select(session, isNode ? { nodeIds: new Set([id]) } : { noteIds: new Set([id]) });
  showItems(session, new Set([id]));
}
