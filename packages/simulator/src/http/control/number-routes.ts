import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { simulatorLimits } from "../../limits.ts";
import { numberRegistrationSchema, numberStateOf } from "../number-registration.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { ControlError, read, readNumber } from "./control-error.ts";

type NumberPath = { Params: { phoneNumberId: string } };

/** Routes that register business numbers and verify their webhooks. */
export function numberRoutes(app: FastifyInstance, { numbers }: SimulatorParts): void {
  app.put<NumberPath>("/numbers/:phoneNumberId", (request) => {
    const body = read(z.record(z.string(), z.unknown()), request.body);
    const registration = read(numberRegistrationSchema, { ...body, phoneNumberId: request.params.phoneNumberId });
    if (!numbers.put(registration)) {
      throw new ControlError(
        409,
        `there are ${simulatorLimits.numbers} numbers already, which is all the simulator takes`,
      );
    }
    return numberStateOf(registration);
  });

  app.post<NumberPath>("/numbers/:phoneNumberId/verify", ({ params }) => {
    const { phoneNumberId } = readNumber(numbers, params.phoneNumberId);
    return numbers.verify(phoneNumberId);
  });
}
