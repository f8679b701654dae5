import { expect } from "@playwright/test";
import { startChild, repository, test } from "@parley/testing/processes";

test.use({ serverEnv: { PARLEY_ADMIN_TOKEN: "admin-token-of-the-tests" } });

test("the server brings the designer at every link into it, and trusts nothing but its own files", async ({
  world,
  request,
}) => {
  await using build = startChild({ name: "The build", args: [`${repository}apps/designer/build.ts`, "--if-stale"] });
  expect(await build.exited, build.output()).toEqual({ code: 0, signal: null });
  const { url } = world.server;
  const navigate = (path: string) => request.get(`${url}${path}`, { headers: { accept: "text/html,*/*;q=0.8" } });

  const texts: string[] = [];
  for (const path of ["/", "/flows/order-status?node=n4", "/sign-in"]) {
    const page = await navigate(path);
    expect(page.status()).toBe(200);
    const policy = page.headers()["content-security-policy"] ?? "";
    expect(policy).toContain("script-src 'self'; style-src 'self';");
    expect(policy).not.toContain("unsafe");
    texts.push(await page.text());
  }
  expect(new Set(texts).size).toBe(1);

  const [, script = ""] = /src="(\/assets\/[^"]+\.js)"/.exec(texts[0] ?? "") ?? [];
  const loaded = await request.get(`${url}${script}`);
  expect(loaded.headers()).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "content-encoding": "gzip",
    "x-content-type-options": "nosniff",
  });
  expect((await loaded.text()).length).toBeGreaterThan(1_000);

  expect((await navigate("/api/nothing")).status()).toBe(401);
  expect((await navigate("/assets/gone.js")).status()).toBe(404);
  expect((await navigate("/healthz")).headers()["content-type"]).toContain("json");
  const foreign = await request.get(url, { headers: { host: "evil.example" } });
  expect(foreign.status()).toBe(403);
});
