import { createConnection, createContact } from "@parley/api";
import { describe, expect, it } from "vitest";
import { inputProblems } from "./input-problems.ts";

describe("It is true that what the server would not take", () => {
  it("is told by its place, of a field in which nothing stands in plain words", () => {
    const body = { name: "", accessToken: "a", appSecret: "", version: "23" };
    expect(inputProblems(createConnection.body, body)).toEqual(
      new Map([
        ["name", "is empty"],
        ["appSecret", "is empty"],
        ["version", "must look like v23.0"],
      ]),
    );
  });

  it("is nothing where all is well", () => {
    expect(inputProblems(createConnection.body, { name: "a", accessToken: "b", appSecret: "c" }).size).toBe(0);
  });

  it("is told of the whole where it is wrong with no field", () => {
    expect([...inputProblems(createContact.body, {}).keys()]).toEqual([""]);
  });
});
