import { type ApiError, type ApiErrorCode, apiErrors } from "@parley/api";
import { HostError } from "@parley/host";
import { StoreError } from "@parley/store";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";

/** A request that cannot be answered as asked. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly code: ApiErrorCode;
  readonly details: Omit<ApiError["error"], "code" | "message">;
  constructor(code: ApiErrorCode, message: string, details: Omit<ApiError["error"], "code" | "message"> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** Answers an error. Ours speak; of others only the log tells, as their texts may hold what is not for everyone. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code, message, details } = readError(error);
  if (code === "unexpected") request.log.error({ err: error, path: request.routeOptions.url }, "A request failed.");
  if (code === "unavailable") reply.header("retry-after", "1");
  const body: ApiError = { error: { code, message, ...details } };
  return reply.status(apiErrors[code]).send(body);
}

function readError(error: FastifyError): Pick<RequestError, "code" | "message" | "details"> {
  if (error instanceof RequestError) return error;
  if (error instanceof HostError || error instanceof StoreError) {
    return { code: "unavailable", message: error.message, details: {} };
  }
  if (error.statusCode === 413)
    return { code: "too-large", message: "The body is larger than this route takes.", details: {} };
  if (error.statusCode === 415) {
    return { code: "invalid-input", message: "Send JSON, with content-type: application/json.", details: {} };
  }
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return { code: "invalid-input", message: error.message, details: {} };
  }
  return { code: "unexpected", message: "The server failed; its log says why.", details: {} };
}
