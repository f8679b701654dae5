import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { type MetaError, plainMetaError } from "../meta-error.ts";
import type { NumberBook } from "../number-book.ts";

const paramsSchema = z.object({ version: z.string().optional(), phoneNumberId: z.string() });

/** Why a request is refused before its body is read: a bad version, an unknown number, a wrong token. */
export function refusalOf(request: FastifyRequest, numbers: NumberBook): MetaError | undefined {
  const { version, phoneNumberId } = paramsSchema.parse(request.params);
  if (version !== undefined && !/^v\d+\.\d+$/.test(version)) {
    return plainMetaError(400, { message: "Invalid version format. Use format like 'v23.0'", code: 100 });
  }
  const number = numbers.get(phoneNumberId);
  if (number === undefined) return unknownNumber(phoneNumberId);
  const [, token] = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? "") ?? [];
  if (token === number.accessToken) return undefined;
  const message = "Invalid OAuth access token - Cannot parse access token";
  return plainMetaError(401, { message, code: 190 });
}

function unknownNumber(phoneNumberId: string): MetaError {
  const message =
    `Unsupported post request. Object with ID '${phoneNumberId}' does not exist, cannot be loaded due to missing permissions, ` +
    "or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api";
  return plainMetaError(400, { message, type: "GraphMethodException", code: 100, error_subcode: 33 });
}
