import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fastifyStatic } from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { RequestError } from "./http-error.ts";

/** Where the build of the designer is. */
const builtFolder = fileURLToPath(new URL("../../designer/dist", import.meta.url));

/** Stands in the built page where each answer has a random text of its own: styles that scripts of the page make show it. */
const noncePlaceholder = "parley-nonce";

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
  reply.headers(headersFor(""));
  const isDigested = path.startsWith("assets/");
  return reply.sendFile(path, folder, isDigested ? { maxAge: "365d", immutable: true } : { maxAge: 0 });
}

async function sendPage(reply: FastifyReply, folder: string): Promise<FastifyReply> {
  const nonce = randomBytes(16).toString("base64url");
  const page = await readFile(join(folder, "index.html"), "utf8").catch(() => undefined);
  reply.headers({ ...headersFor(nonce), "cache-control": "no-cache" }).type("text/html; charset=utf-8");
  return page === undefined ? reply.status(503).send(notBuilt) : reply.send(page.replaceAll(noncePlaceholder, nonce));
}

/** Nothing of others, nothing written into the page, nobody's frame (W3C, Content Security Policy Level 3). */
function headersFor(nonce: string): Record<string, string> {
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self'${nonce === "" ? "" : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
  };
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
