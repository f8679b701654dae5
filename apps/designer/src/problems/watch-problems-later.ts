import type { FlowSession } from "../session/flow-session.ts";

/** When no server gave the code, it is asked for again after this long. */
const retryMs = 5_000;

/**
 * Keeps the session's problems up with its document, until what it returns is called. The checks are loaded after the page, because they bring a
 * matcher of regular expressions that nobody needs to begin drawing.
 */
export function watchProblemsLater(session: FlowSession): () => void {
  let stop = (): void => undefined;
  let isOver = false;
  const begin = (): void => {
    import("./watch-problems.ts").then(
      ({ watchProblems }) => {
        if (!isOver) stop = watchProblems(session);
      },
      () => {
        if (isOver) return;
        const timer = setTimeout(begin, retryMs);
        stop = () => clearTimeout(timer);
      },
    );
  };
  begin();
  return () => {
    isOver = true;
    stop();
  };
}
