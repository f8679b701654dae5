import { DatabaseSync } from "node:sqlite";
import { describe, expect, test } from "vitest";
import type { CommitUnit } from "../store.ts";
import { createDataFolder } from "./data-folder.test-support.ts";
import { migrations } from "./migrations.ts";
import { openSqliteStore } from "./sqlite-store.ts";

const content = { format: "parley.flow/1", id: "a", name: "A" };

describe("It is true that data of version 1", () => {
  test("have all that they had in the next version, with nodes and live conversations counted", async () => {
    using folder = createDataFolder();
    {
      using file = new DatabaseSync(folder.file);
      file.exec(`${migrations[0]}; PRAGMA user_version = 1`);
      const saveFlow = file.prepare("INSERT INTO flow VALUES (?, ?, 4, 40, ?)");
      saveFlow.run("a", "A", JSON.stringify({ ...content, nodes: [{ id: "n2" }, { id: "n3" }] }));
      saveFlow.run("b", "B", JSON.stringify({ ...content, id: "b", nodes: [] }));
      const makeLive = file.prepare("INSERT INTO flow_version VALUES ('a', ?, ?, ?, ?, ?)");
      makeLive.run(1, "One", "null", 10, JSON.stringify(content));
      makeLive.run(2, "Two", '["app-1"]', 20, JSON.stringify({ ...content, name: "A2" }));
      const start = file.prepare("INSERT INTO conversation VALUES (?, ?, ?, 1, '{}')");
      for (const [id, status] of ["live", "parked", "ended", "live"].entries()) start.run(`a${id}`, "a", status);
      start.run("gone", "of-no-flow", "live");
    }

    const store = await openSqliteStore({ path: folder.file });
    const known = { revision: 4, updatedAt: 40, isPaused: false };
    expect(await store.flows.list()).toEqual([
      { ...known, id: "a", name: "A", liveVersion: 2, nodeCount: 2, liveConversations: 3 },
      { ...known, id: "b", name: "B", nodeCount: 0, liveConversations: 0 },
    ]);
    expect(await store.flows.listVersions("a")).toEqual([
      { version: 1, comment: "One", createdAt: 10, appIds: null },
      { version: 2, comment: "Two", createdAt: 20, appIds: ["app-1"] },
    ]);
    expect(await store.flows.listLive()).toEqual([{ flow: { ...content, name: "A2" }, version: 2, appIds: ["app-1"] }]);
    await store.close();
  });
});

describe("It is true that data of version 2", () => {
  test("have all that they had in the next version, and what threads knew of contacts as records", async () => {
    using folder = createDataFolder();
    const about = (contact: object, lastInboundAt?: number) => ({ appId: "app-1", contact, lastInboundAt });
    const states = {
      first: about({ waId: "31612345678", name: "Jan" }, 1_000),
      latest: about({ waId: "31612345678", name: "JÁN \uD83D", username: "jan", identityHash: "h" }, 3_000),
      fullest: about({ waId: "31687654321", bsuid: "NL.1", name: "Piet" }, 2_000),
      other: about({ bsuid: "NL.1", name: "Klaas" }, 9_000),
      silent: about({ bsuid: "NL.2" }),
      nobody: about({}),
    };
    {
      using file = new DatabaseSync(folder.file);
      file.exec(`${migrations.slice(0, 2).join(";")}; PRAGMA user_version = 2`);
      const saveThread = file.prepare("INSERT INTO thread VALUES (?, 7, ?)");
      for (const [id, state] of Object.entries(states)) saveThread.run(id, JSON.stringify({ id, ...state }));
      const point = file.prepare("INSERT INTO alias VALUES (?, 'wa:31612345678', ?)");
      for (const id of ["first", "latest"]) point.run(`app-of-${id}`, id);
      file.exec(`INSERT INTO inbox VALUES ('wamid.1', 5);
        INSERT INTO send VALUES ('s', 'first', 9, 'queued', NULL, '{"key":"s"}');
        INSERT INTO app VALUES ('app-1', '{"id":"app-1"}')`);
    }

    const store = await openSqliteStore({ path: folder.file });
    const ids = Object.keys(states);
    const loaded = await store.load({ ...nothing, inboxIds: ["wamid.1"], threadIds: ids });
    expect(loaded.seenInboxIds).toEqual(["wamid.1"]);
    expect(
      loaded.threads.toSorted((left, right) => ids.indexOf(left.thread.id) - ids.indexOf(right.thread.id)),
    ).toEqual(Object.entries(states).map(([id, state]) => ({ revision: 7, thread: { id, ...state } })));
    expect(await store.queuedSends({ after: 0, limit: 9 })).toEqual([{ key: "s" }]);
    expect(await store.settings.listApps()).toEqual([{ id: "app-1" }]);

    const latest = { waId: "31612345678", name: "JÁN \uD83D", username: "jan" };
    const at = (time: number) => ({ fields: {}, createdAt: time, updatedAt: time });
    expect(await store.contacts.search({ text: "", limit: 9 })).toEqual([
      { id: "latest", ...latest, ...at(3_000) },
      { id: "fullest", ...states.fullest.contact, ...at(2_000) },
      { id: "silent", ...states.silent.contact, ...at(0) },
    ]);
    expect(await store.contacts.find("bs:NL.1")).toMatchObject({ id: "fullest" });
    expect(await store.contacts.search({ text: "ján", limit: 9 })).toMatchObject([{ id: "latest" }]);
    expect(await store.contacts.threadsOf(["wa:31612345678"])).toEqual(["first", "latest"]);
    expect(await store.templates.list("app-1")).toEqual([]);
    expect(await store.commit([wholeTurn])).toEqual([{ type: "committed" }]);
    expect(await store.contacts.find("wa:31612345678")).toMatchObject({ id: "latest", bsuid: "NL.3" });
    await store.close();
  });
});

const nothing = { inboxIds: [], aliases: [], threadIds: [], sendKeys: [], messageIds: [], topics: [] };

const wholeTurn: CommitUnit = {
  topics: [{ threadId: "first", conversationId: "first-1", topics: ["x"] }],
  contacts: [{ threadId: "first", appId: "app-1", contact: { waId: "31612345678", bsuid: "NL.3" }, at: 5_000 }],
};

describe("It is true that the count of live conversations", () => {
  test("holds whatever is done to their table", async () => {
    using folder = createDataFolder();
    await (await openSqliteStore({ path: folder.file })).close();
    using file = new DatabaseSync(folder.file);
    const insert = file.prepare("INSERT INTO conversation VALUES (?, ?, ?, 1, '{}')");
    for (let index = 0; index < 9; index++) insert.run(`c${index}`, `f${index % 3}`, index < 6 ? "live" : "ended");
    file.exec("DELETE FROM conversation WHERE id IN ('c0', 'c6')");
    file.exec("UPDATE conversation SET flow_id = 'f3' WHERE id IN ('c1', 'c7')");
    file.exec("UPDATE conversation SET status = 'ended' WHERE id IN ('c2', 'c5', 'c8')");
    file.exec("UPDATE conversation SET status = 'parked' WHERE id = 'c8'");
    const counted = file
      .prepare(`SELECT flow_id, live_conversations FROM flow_state WHERE live_conversations > 0`)
      .all();
    const present = file.prepare(`SELECT flow_id, count(*) AS live_conversations FROM conversation
      WHERE status <> 'ended' GROUP BY flow_id ORDER BY flow_id`);
    expect(present.all()).toEqual(counted);
    expect(counted).toHaveLength(4);
  });
});
