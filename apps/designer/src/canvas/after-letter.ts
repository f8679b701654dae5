/*
 * While somebody types, the letter is on the screen first: what a large canvas takes to follow is beside it, and may come a frame later.
 */

/** Does some work at once, or while somebody types after the next frame, then once for all letters till then. */
export type AfterLetter = { readonly run: () => void; readonly stop: () => void };

/** What the browser gives for it. */
export type Frames = {
  readonly isTyping: () => boolean;
  /** Runs something after the next frame has been drawn; gives what calls it off. */
  readonly afterFrame: (run: () => void) => () => void;
};

export function afterLetter(work: () => void, { isTyping, afterFrame }: Frames = browserFrames): AfterLetter {
  let callOff: (() => void) | undefined;
  const stop = (): void => {
    callOff?.();
    callOff = undefined;
  };
  const now = (): void => {
    stop();
    work();
  };
  return {
    run: () => {
      if (!isTyping()) now();
      else callOff ??= afterFrame(now);
    },
    stop,
  };
}

const browserFrames: Frames = {
  isTyping: () =>
    typeof document !== "undefined" &&
    document.activeElement?.matches('input, textarea, [contenteditable="true"]') === true,
  afterFrame: (run) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => (timer = setTimeout(run)));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  },
};
