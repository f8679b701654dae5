import { describe, expect, it } from "vitest";
import { errorOf, urlOf } from "./ask.ts";

describe("It is true that the address of a call", () => {
  it("has the names of its path filled in, each as one step", () => {
    expect(urlOf("/api/flows/:flowId/versions/:version", { params: { flowId: "a/b", version: "3" } })).toBe(
      "/api/flows/a%2Fb/versions/3",
    );
  });

  it("has the query behind it, without what is not given", () => {
    expect(urlOf("/api/turns", { query: { flowId: "a b", after: undefined } })).toBe("/api/turns?flowId=a+b");
    expect(urlOf("/api/flows", { query: { flowId: undefined } })).toBe("/api/flows");
  });
});

describe("It is true that an answer which is no success", () => {
  it("is the error that it tells", () => {
    const error = errorOf(409, { error: { code: "conflict", message: "Revision 3 is not the latest." } });
    expect(error).toMatchObject({ code: "conflict", message: "Revision 3 is not the latest.", isPassing: false });
  });

  it("may pass where something between us and the server answers with a page of its own", () => {
    expect(errorOf(502, undefined)).toMatchObject({ code: "unavailable", isPassing: true });
    expect(errorOf(404, "<html>")).toMatchObject({ code: "garbled" });
  });
});
