import { describe, expect, test } from "vitest";
import type { ProfileTask } from "@parley/flow";
import type { ContactRow } from "@parley/store";
import { createManualClock, createMemoryStore } from "@parley/testing";
import { flowOf, say } from "./flow.test-support.ts";
import { World } from "./host.test-support.ts";
import { createProfiles } from "./profiles.ts";
import { diskFull, interferedStore } from "./store.test-support.ts";

const now = createManualClock().clock.now();
const jan: ContactRow = {
  ...{ id: "jan", waId: "31612345678", customerId: "customer-1", name: "Jan" },
  ...{ fields: { city: "Delft", exists: "a field" }, createdAt: 1, updatedAt: 1 },
};

async function profilesWith(...rows: readonly ContactRow[]) {
  const store = createMemoryStore();
  for (const row of rows) await store.contacts.save(row);
  const profiles = createProfiles({ store, clock: createManualClock().clock });
  const ask = (
    action: ProfileTask["action"],
    contact: ProfileTask["contact"],
    fields: ProfileTask["fields"] = {},
    key = "t-1-2",
  ) => profiles.perform({ type: "profile", action, contact, fields }, key);
  return { store, ask };
}

const done = (values: object) => ({ type: "done", values });
const failed = (reason: string | RegExp) => ({ type: "failed", reason: expect.stringMatching(reason) });

describe("It is true that fetching a profile", () => {
  test("finds it by number, user id or customer id, and gives its own facts and its fields", async () => {
    const { ask } = await profilesWith({ ...jan, bsuid: "NL.1" });
    const values = { exists: true, name: "Jan", customerId: "customer-1", city: "Delft" };
    for (const contact of [{ waId: "31612345678" }, { bsuid: "NL.1" }, { customerId: "customer-1" }])
      expect(await ask("fetch", contact)).toEqual(done(values));
  });

  test("says that nobody is known by it", async () => {
    const { ask } = await profilesWith(jan);
    expect(await ask("fetch", { waId: "31699999999" })).toEqual(done({ exists: false }));
  });
});

describe("It is true that setting a profile", () => {
  test("sets and takes away fields, the name and the customer id, and leaves the others", async () => {
    const { store, ask } = await profilesWith(jan);
    const fields = { city: null, colour: "blue", name: "Jan Jansen", customerId: null };
    expect(await ask("set", { waId: "31612345678" }, fields)).toEqual(
      done({ exists: true, name: "Jan Jansen", colour: "blue" }),
    );
    expect(await store.contacts.get("jan")).toEqual({
      ...{ id: "jan", waId: "31612345678", name: "Jan Jansen" },
      ...{ fields: { exists: "a field", colour: "blue" }, createdAt: 1, updatedAt: now },
    });
  });

  test("makes a contact that has a number or a user id, and one only when it is done again", async () => {
    const { store, ask } = await profilesWith();
    for (let times = 0; times < 2; times += 1) await ask("set", { waId: "31612345678" }, { city: "Delft" });
    await ask("set", { bsuid: "NL.2" }, { customerId: "customer-2" }, "u-1-2");
    expect((await store.contacts.search({ text: "", limit: 9 })).map(({ id }) => id).toSorted()).toEqual([
      "t-1-2",
      "u-1-2",
    ]);
    expect(await store.contacts.find("cu:customer-2")).toMatchObject({ bsuid: "NL.2" });
  });

  test("fails with a sentence where nobody has the customer id", async () => {
    const { ask } = await profilesWith(jan);
    expect(await ask("set", { customerId: "other" }, { city: "Delft" })).toEqual(
      failed('No contact has the customer id "other".'),
    );
  });

  test("fails with a sentence where another contact has the customer id, and changes nothing", async () => {
    const { store, ask } = await profilesWith(jan, { ...jan, id: "piet", waId: "31687654321", customerId: undefined });
    const answer = await ask("set", { waId: "31687654321" }, { customerId: "customer-1", city: "Gouda" });
    expect(answer).toEqual(failed('Another contact has the customer id "customer-1".'));
    expect((await store.contacts.get("piet"))?.fields).toEqual(jan.fields);
  });

  test("fails with a sentence where nothing would be left to know the contact by, or what is set is too much", async () => {
    const { ask } = await profilesWith({ ...jan, waId: undefined });
    const person = { customerId: "customer-1" };
    expect(await ask("set", person, { customerId: null })).toEqual(failed("must keep"));
    expect(await ask("set", person, { city: "x".repeat(5_001) })).toEqual(failed("city is 5001 characters long"));
    expect(await ask("set", person, { name: "x".repeat(101) })).toEqual(failed("name is 101 characters long"));
    expect(await ask("set", person, { customerId: "x".repeat(201) })).toEqual(failed("customerId is 201"));
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`f${index}`, "x"]));
    expect(await ask("set", person, many)).toEqual(failed("at most 100 are allowed"));
  });

  test("loses no change to another that is made at the same time", async () => {
    const { store, ask } = await profilesWith(jan);
    const names = ["a", "b", "c", "d"];
    await Promise.all(names.map((name) => ask("set", { waId: "31612345678" }, { [name]: name }, `${name}-1-2`)));
    expect(Object.keys((await store.contacts.get("jan"))?.fields ?? {})).toEqual(expect.arrayContaining(names));
  });
});

describe("It is true that deleting a profile", () => {
  test("forgets the contact, and is no failure where there is none", async () => {
    const { store, ask } = await profilesWith(jan);
    for (let times = 0; times < 2; times += 1)
      expect(await ask("delete", { customerId: "customer-1" })).toEqual(done({ exists: false }));
    expect(await store.contacts.get("jan")).toBeUndefined();
  });
});

describe("It is true that a Profile node", () => {
  const fetching = flowOf("who", [
    { type: "profile", config: { action: "set", fields: [{ name: "city", value: "Delft" }] }, by: "onSuccess" },
    { type: "profile", config: { action: "fetch", reads: ["city"] }, by: "onSuccess" },
    say("$(profile.name) of $(profile.city)"),
  ]);
  const from = { waId: "31612345678", name: "Jan" };

  test("sets and reads the profile of whoever writes", async () => {
    const world = await World.open({ flows: [fetching], hasPerformer: false });
    await world.write("hi", { from });
    expect(world.sent()).toEqual(["31612345678 Jan of Delft"]);
  });

  test("waits for a store that fails for the moment", async () => {
    let failures = 0;
    const world = await World.open({
      flows: [fetching],
      wrapStore: (store) =>
        interferedStore(store, (method) => {
          if (!method.startsWith("contacts.") || failures >= 3) return undefined;
          failures += 1;
          return diskFull();
        }),
    });
    await world.write("hi", { from });
    await world.run(60_000);
    expect(failures).toBe(3);
    expect(world.sent()).toEqual(["31612345678 Jan of Delft"]);
  });
});
