import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { simulatorLimits } from "../../limits.ts";
import type { Signing } from "../number-book.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { asciiJson } from "../webhooks/ascii-json.ts";
import { read, readNumber } from "./control-error.ts";

const postSchema = z.strictObject({
  /** A string is posted as it stands, so that even what is no JSON can be tried; anything else is written as Meta writes JSON. */
  body: z.json(),
  times: z.int().min(1).max(simulatorLimits.manualPosts).default(1),
  isSigned: z.boolean().default(true),
  isValidSignature: z.boolean().default(true),
});

/** Routes that count webhooks and post any body as one. */
export function webhookRoutes(app: FastifyInstance, { numbers }: SimulatorParts): void {
  app.get("/webhooks", () => numbers.webhookCounts());

  app.post<{ Params: { phoneNumberId: string } }>("/webhooks/:phoneNumberId", async (request) => {
    const number = readNumber(numbers, request.params.phoneNumberId);
    const { body, times, isSigned, isValidSignature } = read(postSchema, request.body);
    const bytes = Buffer.from(typeof body === "string" ? body : asciiJson(body));
    const signing: Signing = isSigned ? (isValidSignature ? "valid" : "invalid") : "none";
    const answers: { status: number | null }[] = [];
    for (let time = 0; time < times; time += 1) {
      answers.push({ status: (await numbers.post(number, bytes, signing)) ?? null });
    }
    return { answers };
  });
}
