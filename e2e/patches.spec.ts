import { expect } from "@playwright/test";
import { askJson, echoFlow, test } from "@parley/testing/processes";

test("changes are saved over the revision that they were made from, and nobody's are lost", async ({ world }) => {
  const { url } = world.server;
  const flow = `${url}/api/flows/echo`;
  const save = (name: string, ifMatch?: string) => {
    const headers: Record<string, string> = ifMatch === undefined ? {} : { "if-match": ifMatch };
    const body = { patches: [{ op: "replace", path: ["name"], value: name }] };
    return askJson(`${flow}/draft`, { method: "PATCH", headers, body });
  };
  const read = async () => (await askJson(flow)).body as { updatedAt: number };
  await askJson(`${url}/api/flows`, { method: "POST", body: { draft: echoFlow() } });

  const saved = await save("Ours", '"1"');
  const { updatedAt } = await read();
  const warnings = expect.arrayContaining([expect.objectContaining({ nodeId: "n3", severity: "warning" })]);
  expect(saved).toEqual({ status: 200, body: { revision: 2, savedAt: updatedAt, issues: warnings } });
  expect(await save("Theirs", '"1"')).toMatchObject({
    status: 409,
    body: { error: { code: "conflict", current: { revision: 2, updatedAt } } },
  });
  expect(await read()).toMatchObject({ revision: 2, name: "Ours", draft: { name: "Ours", nodes: echoFlow().nodes } });
  // Of changes that were made from another revision it does not matter where they would lead.
  const lost = { patches: [{ op: "remove", path: ["nodes", 99] }] };
  const stale = { method: "PATCH", headers: { "if-match": '"1"' }, body: lost };
  expect(await askJson(`${flow}/draft`, stale)).toMatchObject({ status: 409 });
  expect(await save("Theirs", '"2"')).toMatchObject({ status: 200, body: { revision: 3 } });

  // Of many at once from the same revision one is first, and all others are told.
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => save(`Editor ${index}`, '"3"')));
  const answered = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
  expect([answered(200), answered(409)]).toEqual([1, 19]);
  expect(await read()).toMatchObject({ revision: 4 });

  expect(await save("Nobody", undefined)).toMatchObject({
    status: 428,
    body: { error: { code: "precondition-required" } },
  });
  for (const wrong of ["4", "*", 'W/"4"', '"four"', ""]) expect((await save("Nobody", wrong)).status).toBe(400);
  expect(await read()).toMatchObject({ revision: 4 });
});

test("changes that make no draft are refused with a sentence, and nothing of them is saved", async ({ world }) => {
  const { url } = world.server;
  await askJson(`${url}/api/flows`, { method: "POST", body: { draft: echoFlow() } });
  const save = async (...patches: readonly object[]) => {
    const request = { method: "PATCH", headers: { "if-match": '"1"' }, body: { patches } };
    const { status, body } = await askJson(`${url}/api/flows/echo/draft`, request);
    return [status, (body as { error: { message: string } }).error.message];
  };
  const harmless = { op: "replace", path: ["name"], value: "Changed" };
  const cases: readonly (readonly [patch: object, status: number, sentence: RegExp])[] = [
    [{ op: "replace", path: ["nodes", 99], value: {} }, 400, /Patch 1 leads to nodes\/99, which is not in the draft/],
    [{ op: "add", path: ["__proto__", "x"], value: 1 }, 400, /a name that no field may have/],
    [{ op: "add", path: ["nodes", 0, "constructor"], value: 1 }, 400, /a name that no field may have/],
    [{ op: "replace", path: ["id"], value: "other" }, 400, /has the id other; the path says echo/],
    [{ op: "remove", path: ["nodes"] }, 400, /nodes is missing/],
    [{ op: "replace", path: ["nodes"], value: "none" }, 400, /nodes is a string; it must be an array/],
    [{ op: "add", path: ["notes"], value: "x".repeat(2 * 1024 * 1024) }, 413, /larger than this route takes/],
  ];
  for (const [patch, status, sentence] of cases) {
    expect(await save(harmless, patch)).toEqual([status, expect.stringMatching(sentence)]);
  }
  expect(await askJson(`${url}/api/flows/echo`)).toMatchObject({ body: { revision: 1, name: "echo" } });
});

test("a flow grows by changes to the largest size that a flow may have, and not beyond", async ({ world }) => {
  const { url } = world.server;
  await askJson(`${url}/api/flows`, { method: "POST", body: { draft: echoFlow() } });
  const grow = (revision: number) =>
    askJson(`${url}/api/flows/echo/draft`, {
      method: "PATCH",
      headers: { "if-match": `"${revision}"` },
      body: { patches: [{ op: "add", path: [`more${revision}`], value: "x".repeat(1_000_000) }] },
    });
  for (let revision = 1; revision <= 10; revision++) expect(await grow(revision)).toMatchObject({ status: 200 });
  expect(await grow(11)).toMatchObject({ status: 413, body: { error: { message: /A flow may have 10 MB/ } } });
});
