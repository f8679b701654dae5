import type { FastifyRequest } from "fastify";

/**
 * Why a request may not control the simulator: it comes from another machine, speaks to another name (as a page does whose name was
 * made to lead here), or was made by a page of another origin. Undefined if it may.
 */
export function refusalOf(request: FastifyRequest): string | undefined {
  const { host, origin } = request.headers;
  if (!isLoopbackAddress(request.socket.remoteAddress ?? ""))
    return "the control API answers callers on this machine only";
  if (host === undefined || !isLoopbackHost(host)) return "the Host header must name this machine, such as 127.0.0.1";
  if (origin !== undefined && origin !== `http://${host}`) return "pages of other origins may not use the control API";
  return undefined;
}

function isLoopbackAddress(address: string): boolean {
  return address === "::1" || /^(::ffff:)?127(\.\d{1,3}){3}$/.test(address);
}

function isLoopbackHost(host: string): boolean {
  return /^(localhost|\[::1\]|127(\.\d{1,3}){3})(:\d{1,5})?$/i.test(host);
}
