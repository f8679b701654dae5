import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerError } from "./http-error.ts";
import { pages } from "./pages.ts";

const page = `<script type="module" src="/assets/index-abc.js"></script>`;
const navigation = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

function serve(folder: string): FastifyInstance {
  const app = fastify({ logger: false });
  app.setErrorHandler(answerError);
  app.get("/api/known", async () => ({}));
  pages(app, folder);
  return app;
}

describe("It is true that the designer's pages", () => {
  const root = mkdtempSync(join(tmpdir(), "parley-pages-"));
  const built = join(root, "dist");
  let app: FastifyInstance;
  beforeAll(() => {
    for (const folder of ["assets", ".vite"]) mkdirSync(join(built, folder), { recursive: true });
    writeFileSync(join(built, "index.html"), page);
    writeFileSync(join(built, "icon.svg"), "<svg />");
    writeFileSync(join(built, "assets/index-abc.js"), "plain");
    writeFileSync(join(built, "assets/index-abc.js.gz"), "squeezed");
    writeFileSync(join(built, ".vite/manifest.json"), "{}");
    writeFileSync(join(root, "secret.txt"), "secret");
    app = serve(built);
  });
  afterAll(async () => {
    await app.close();
    rmSync(root, { recursive: true });
  });

  test.each(["/", "/flows/order-status", "/flows/order-status?node=n4&version=2", "/sign-in"])(
    "answer a browser at %s with the one page, which is asked for anew each time",
    async (url) => {
      const { statusCode, headers, body } = await app.inject({ url, headers: navigation });
      expect(statusCode).toBe(200);
      expect(body).toContain("/assets/index-abc.js");
      expect(headers).toMatchObject({ "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" });
    },
  );

  test("have a policy that allows no script, style or frame of others, and none written into the page", async () => {
    const { headers } = await app.inject({ url: "/", headers: navigation });
    const policy = String(headers["content-security-policy"]);
    expect(policy).not.toContain("unsafe");
    expect(policy.split("; ")).toEqual(
      expect.arrayContaining([
        ...["default-src 'self'", "script-src 'self'", "style-src 'self'", "connect-src 'self'"],
        ...["frame-ancestors 'none'", "base-uri 'none'"],
      ]),
    );
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
    });
  });

  test("let workers compile WebAssembly, and no page", async () => {
    const { headers } = await app.inject({ url: "/assets/index-abc.js" });
    expect(String(headers["content-security-policy"]).split("; ")).toContain("script-src 'self' 'wasm-unsafe-eval'");
    for (const url of ["/", "/icon.svg"]) {
      const page = await app.inject({ url, headers: navigation });
      expect(page.headers["content-security-policy"]).toContain("script-src 'self';");
    }
  });

  test("keep files with a digest in their name for ever, and squeezed where the browser can read it", async () => {
    const url = "/assets/index-abc.js";
    const plain = await app.inject({ url });
    expect(plain).toMatchObject({ statusCode: 200, body: "plain" });
    expect(plain.headers).toMatchObject({ "cache-control": "public, max-age=31536000, immutable" });
    expect(plain.headers["content-type"]).toMatch(/javascript/);
    expect(plain.headers["x-content-type-options"]).toBe("nosniff");
    const squeezed = await app.inject({ url, headers: { "accept-encoding": "gzip, br" } });
    expect(squeezed).toMatchObject({ statusCode: 200, body: "squeezed" });
    expect(squeezed.headers["content-encoding"]).toBe("gzip");
    expect(squeezed.headers["content-type"]).toMatch(/javascript/);
  });

  test("let the browser ask again for files without one", async () => {
    const { statusCode, headers } = await app.inject({ url: "/icon.svg" });
    expect([statusCode, headers["cache-control"]]).toEqual([200, "public, max-age=0"]);
    for (const url of ["/icon.svg", "/flows/a"]) {
      const known = await app.inject({ url, headers: navigation });
      const again = { ...navigation, "if-none-match": String(known.headers["etag"]) };
      expect((await app.inject({ url, headers: again })).statusCode).toBe(304);
    }
  });

  test.each([
    ["a file that was not built", "/assets/index-old.js"],
    ["what the build tells of itself", "/.vite/manifest.json"],
    ["what lies outside the build", "/../secret.txt"],
    ["what lies outside the build, written otherwise", "/assets/..%2f..%2fsecret.txt"],
    ["a route of the API that does not exist", "/api/nothing"],
  ])("are not found where %s is asked for", async (_what, url) => {
    const { statusCode, body } = await app.inject({ url, headers: navigation });
    expect([400, 403, 404]).toContain(statusCode);
    expect(body).not.toMatch(/secret"|assets\/index-abc|^\{\}$/);
  });

  test("are for who reads pages: a program gets an error at their places", async () => {
    const { statusCode, body } = await app.inject({ url: "/flows/order-status", headers: { accept: "*/*" } });
    expect(statusCode).toBe(404);
    expect(JSON.parse(body)).toMatchObject({ error: { code: "not-found" } });
  });

  test("say how to build them, where they were not built", async () => {
    await using unbuilt = serve(join(root, "nowhere"));
    const { statusCode, headers, body } = await unbuilt.inject({ url: "/flows/a", headers: navigation });
    expect(statusCode).toBe(503);
    expect(body).toContain("npm run build");
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
  });
});
