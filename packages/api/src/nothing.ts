import { z } from "zod";

/** For parts of a request that a route does not read. */
export const nothing = z.unknown();
