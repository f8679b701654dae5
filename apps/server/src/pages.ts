import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fastifyStatic } from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { RequestError } from "./http-error.ts";

/** Where the build of the designer is. */
const builtFolder = fileURLToPath(new URL("../../designer/dist", import.meta.url));

/**
 * Nothing of others, nothing written into the page, in nobody's frame (W3C, Content Security Policy Level 3). Styles that a script makes are
 * allowed where it makes them as objects, not as text.
 */
const headers = {
  "content-security-policy": policyWith("script-src 'self'"),
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
};

/**
 * What a worker may, goes by the answer that its own file came with: there WebAssembly may be compiled, which the preview's sandbox for scripts is. The page itself
 * compiles none.
 */
const fileHeaders = { ...headers, "content-security-policy": policyWith("script-src 'self' 'wasm-unsafe-eval'") };

function policyWith(scripts: string): string {
  return [
    "default-src 'self'",
    scripts,
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
}

/**
 * The designer: its files, and its page for every other path that a browser opens, so that links into it work. Paths of the API that do not exist
 * are guarded like those that do.
 */
export function pages(app: FastifyInstance, folder = builtFolder): void {
  app.register(fastifyStatic, { serve: false, dotfiles: "ignore", preCompressed: true });
  app.all("/api/*", async (request) => {
    throw nothingThere(request);
  });
  app.get<{ Params: { "*": string } }>("/*", { config: { access: "pages" } }, async (request, reply) => {
    const path = request.params["*"];
    if (isFile(path)) return sendFile(reply, path, folder);
    if (request.headers.accept?.includes("text/html") !== true && path !== "") throw nothingThere(request);
    return sendPage(reply, folder);
  });
}

/** Says that there is no such route. */
export function nothingThere({ method, url }: FastifyRequest): RequestError {
  return new RequestError("not-found", `There is no ${method} ${url.split("?")[0]}.`);
}

/** A path of a page has no dot in its last step: ids of flows have none. */
function isFile(path: string): boolean {
  return path.slice(path.lastIndexOf("/") + 1).includes(".");
}

/** A file that was built; those whose names hold a digest of their content never change. */
function sendFile(reply: FastifyReply, path: string, folder: string): FastifyReply {
  const isDigested = path.startsWith("assets/");
  return reply
    .headers(isDigested ? fileHeaders : headers)
    .sendFile(path, folder, isDigested ? { maxAge: "365d", immutable: true } : { maxAge: 0 });
}

/** The page names the files of its build, so that it is asked for anew each time. */
function sendPage(reply: FastifyReply, folder: string): FastifyReply {
  reply.headers({ ...headers, "cache-control": "no-cache" });
  if (existsSync(join(folder, "index.html"))) return reply.sendFile("index.html", folder, { cacheControl: false });
  return reply.status(503).type("text/html; charset=utf-8").send(notBuilt);
}

const notBuilt = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Parley</title></head>
  <body>
    <h1>The designer is not built yet</h1>
    <p>Build it with <code>npm run build</code> in the folder of Parley, then load this page again. The server itself runs.</p>
  </body>
</html>
`;
