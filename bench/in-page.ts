/*
 * What runs in a measured page. It is text because nothing else here knows the browser's types.
 */

/** Before anything else: writes down how long every frame took, and how long it took from a key to the frame after it, in milliseconds. */
export const record = `
  globalThis.frames = [];
  globalThis.keys = [];
  let last = performance.now();
  requestAnimationFrame(function next(now) {
    globalThis.frames.push(now - last);
    last = now;
    requestAnimationFrame(next);
  });
  addEventListener("keydown", ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.keys.push(performance.now() - timeStamp);
      port2.postMessage(0);
    });
  }, { capture: true });
`;

/**
 * Resolves once at least so many nodes, and edges, are drawn and nothing has been added for half a second: with the milliseconds from the flow's
 * arrival to the frame after which nothing was added.
 */
export const readyAfter = (leastNodes: number): string => `new Promise((resolve) => {
  const count = (selector) => document.querySelectorAll(selector).length;
  let drawn = 0;
  let at = 0;
  requestAnimationFrame(function look(now) {
    const nodes = count(".react-flow__node");
    const edges = count(".react-flow__edge");
    if (nodes + edges !== drawn) {
      drawn = nodes + edges;
      at = now;
    } else if (nodes >= ${leastNodes} && edges > 0 && now - at > 500) {
      const flow = performance.getEntriesByType("resource").findLast(({ name }) => /\\/api\\/flows\\/[^/]+$|flow\\.json$/.test(name));
      return resolve(at - flow.responseEnd);
    }
    requestAnimationFrame(look);
  });
})`;

/** A place of the window where this is on top, the nearest to the middle of the canvas; nothing where there is none. A place is slow to look at where much is drawn: only as many are as must be. */
export const placeOf = (selector: string): string => `(() => {
  const { left, top, width, height } = document.querySelector(".react-flow").getBoundingClientRect();
  const middle = { x: left + width / 2, y: top + height / 2 };
  const places = [];
  for (let x = left + 40; x < left + width - 160; x += 20)
    for (let y = top + 60; y < top + height - 120; y += 10) places.push({ x, y });
  const distance = (place) => Math.hypot(place.x - middle.x, place.y - middle.y);
  const isOnTop = ({ x, y }) =>
    document.elementFromPoint(x, y)?.closest(".react-flow__node, .react-flow__pane")?.matches(${JSON.stringify(selector)});
  return places.sort((one, other) => distance(one) - distance(other)).find(isOnTop);
})()`;

/** Resolves once so many keys were seen. */
export const keysSeen = (count: number): string => `new Promise((resolve) => {
  requestAnimationFrame(function look() {
    if (keys.length >= ${count}) resolve();
    else requestAnimationFrame(look);
  });
})`;
