/** Below this zoom a card cannot be read, and is drawn as one box: all in view then costs one element a node. */
export const farZoom = 0.35;

/** Below this zoom not even a name in large letters can be read. */
export const fartherZoom = 0.16;

/** How far one can zoom out, so that 3,000 nodes still fit, and in, so that small print can be read. */
export const zoomRange = { min: 0.03, max: 2 } as const;

/** A flow of up to this many nodes is overlooked without a map, which costs one element a node. */
export const nodesWithoutMap = 30;

/** What arrow keys move a selection by, in pixels: a step of the grid, and with Shift five. */
export const keyStep = { small: 20, large: 100 } as const;

/** How near, in pixels of the flow, an edge or middle must be to another's to be drawn to it: less than half a step of the grid. */
export const guideReach = 6;

/** Pulses that run at once; of more ways taken the last ones pulse. Each costs a repaint for every frame of its second. */
export const pulsesAtOnce = 5;

/** How long the view takes to move to what it is to show, in milliseconds: long enough to see where it goes. */
export const viewMoveMs = 200;

/** How far a pointer must move, in pixels, before a press is a drag. */
export const dragThreshold = 4;
