import { z } from "zod";
import { nothing } from "./nothing.ts";
import { defineRoute } from "./route.ts";

/** Flows to begin from. */
export const listExamples = defineRoute({
  method: "GET",
  path: "/api/examples",
  params: nothing,
  query: nothing,
  body: nothing,
  response: z.object({
    examples: z.array(z.object({ id: z.string(), name: z.string(), description: z.string(), draft: z.unknown() })),
  }),
});
