import { describe, expect, test } from "vitest";
import { configProblems, makeNode } from "../flow.test-support.ts";
import { httpRequest } from "./http-request.ts";

function drawn(config: object) {
  return makeNode("http-request", { url: "https://example.com", ...config }).config;
}

function problemsOf(config: object): string[] {
  const problems = httpRequest.problems?.(drawn(config), {}) ?? [];
  return problems.map(({ severity, field, message }) => `${severity}: ${field} ${message}`);
}

describe("an HTTP request", () => {
  test("leaves by onSuccess, onTimeout or onError", () => {
    expect(httpRequest.outcomes(drawn({})).map(({ colour, name }) => `${colour} ${name}`)).toEqual([
      "green onSuccess",
      "amber onTimeout",
      "red onError",
    ]);
  });

  test("puts out the answer and the fields that are picked from it", () => {
    expect(httpRequest.outputs(drawn({ fields: [{ name: "sku", path: "$.items[0].sku" }] }))).toEqual([
      "http.statusCode",
      "http.statusText",
      "http.responseBody",
      "http.responseHeaders.*",
      "http.sku",
      "http.sku.*",
    ]);
  });

  test("holds expressions wherever values may stand", () => {
    const pairs = [{ name: "$(a)", value: "$(b)" }];
    const fieldsOf = (config: object) => httpRequest.templates(drawn(config)).map(({ field }) => field);
    expect(fieldsOf({ query: pairs, headers: pairs, body: { type: "form", fields: pairs } })).toEqual([
      "url",
      ...["query", "headers", "body.fields"].flatMap((field) => [`${field}[0].name`, `${field}[0].value`]),
    ]);
    expect(fieldsOf({ body: { type: "json", text: "$(a)" } })).toEqual(["url", "body.text"]);
    expect(fieldsOf({ body: { type: "text", text: "$(a)" } })).toEqual(["url", "body.text"]);
  });

  test.each<[unknown, string]>([
    [{ url: "" }, "config.url is empty; give a URL such as https://example.com/orders"],
    [{ url: "https://a", query: [{ name: "", value: "" }] }, "config.query[0].name is empty; give a name"],
    [
      { url: "https://a", fields: [{ name: "a b", path: "a" }] },
      "config.fields[0].name must be letters, digits and _, begin with a letter, and have at most 100 characters",
    ],
    [
      { url: "https://a", fields: ["a", "b"].map((path) => ({ name: "same", path })) },
      "config.fields has two fields of one name",
    ],
  ])("is not drawn as %j", (config, sentence) => {
    expect(configProblems("http-request", config)).toEqual([sentence]);
  });

  test("may wait at most 20 seconds for a connection, and for an answer", () => {
    const times = { connectTimeoutMs: 20_001, requestTimeoutMs: 20_001 };
    expect(configProblems("http-request", { url: "https://a", ...times })).toHaveLength(2);
  });

  test.each([
    ["http://example.com:8080/orders?id=$(id)", []],
    ["$(server)/orders", []],
    ["example.com", ["error: url is no URL; it must begin with https:// or http:// and hold no user name"]],
    ["ftp://example.com", ["error: url is no URL; it must begin with https:// or http:// and hold no user name"]],
    ["https://me@example.com", ["error: url is no URL; it must begin with https:// or http:// and hold no user name"]],
  ])("asks %s or says what is wrong with it", (url, problems) => {
    expect(problemsOf({ url })).toEqual(problems);
  });

  test.each([
    ["POST", { type: "json", text: '{"text":"$(a)","value":$(b)}' }, []],
    ["GET", { type: "none" }, []],
    ["GET", { type: "json", text: "{}" }, ["warning: body is not sent with GET"]],
    ["DELETE", { type: "text", text: "a" }, ["warning: body is not sent with DELETE"]],
    [
      "PUT",
      { type: "json", text: "{value: $(b)}" },
      ["warning: body.text is no JSON, whatever values its expressions have"],
    ],
  ])("warns of a body that %s would not bring over: %j", (method, body, problems) => {
    expect(problemsOf({ method, body })).toEqual(problems);
  });

  test("puts out no field by a name of its own outputs", () => {
    expect(problemsOf({ fields: [{ name: "statusCode", path: "a" }] })).toEqual([
      "error: fields[0].name is statusCode, which the node puts out of every answer; choose another name",
    ]);
  });
});
