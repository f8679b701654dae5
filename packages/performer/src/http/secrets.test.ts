import { sealedText } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { createSecrets, type Secrets } from "./secrets.ts";

const known: Readonly<Record<string, string>> = { a: 'one "two"', b: "one", c: "12", d: "half \ud800", e: "$& $1" };

function makeSecrets(): Secrets {
  return createSecrets((sealed) => known[sealed]);
}

function sealed(name: string): string {
  return sealedText(name, known[name]?.length ?? 3);
}

describe("It is true that secrets are opened", () => {
  test("as they are, within JSON, and encoded", () => {
    const secrets = makeSecrets();
    expect(secrets.open(`<${sealed("a")}>`, "text")).toBe('<one "two">');
    expect(secrets.open(`{"k":"${sealed("a")}"}`, "json")).toBe('{"k":"one \\"two\\""}');
    expect(secrets.open(`k=${encodeURIComponent(sealed("a"))}&l=1`, "encoded")).toBe("k=one%20%22two%22&l=1");
    expect(secrets.open(`k=${encodeURIComponent(sealed("d"))}`, "encoded")).toBe("k=half%20%EF%BF%BD");
    expect(secrets.open(sealed("e"), "text")).toBe("$& $1");
  });

  test("and what does not open stays as it is", () => {
    const secrets = makeSecrets();
    for (const place of ["text", "json", "encoded"] as const) {
      expect(secrets.open(`x${sealed("unknown")}`, place)).toBe(`x${sealed("unknown")}`);
      expect(secrets.open(encodeURIComponent(sealed("unknown")), place)).toBe(encodeURIComponent(sealed("unknown")));
    }
  });
});

describe("It is true that what was opened", () => {
  test("is sealed again wherever it stands, the longer first", () => {
    const secrets = makeSecrets();
    secrets.open(sealed("a") + sealed("b") + sealed("e"), "text");
    expect(secrets.seal('one "two" one')).toBe(`${sealed("a")} one`);
    expect(secrets.seal("it costs $& $1")).toBe(`it costs ${sealed("e")}`);
    expect(secrets.sealAll({ list: ['one "two"', 1, null] })).toEqual({ list: [sealed("a"), 1, null] });
  });

  test("is left where it is too short to be looked for", () => {
    const secrets = makeSecrets();
    secrets.open(sealed("c"), "text");
    expect(secrets.seal("12 of 12")).toBe("12 of 12");
  });

  test("is masked in every form", () => {
    const secrets = makeSecrets();
    secrets.open(sealed("a"), "text");
    const said = `one "two", one%20%22two%22, ${sealed("a")}, ${encodeURIComponent(sealed("b"))}`;
    expect(secrets.mask(said)).toBe("•••, •••, •••••••••, •••");
  });
});

test("It is true that nothing is changed where nothing was opened", () => {
  const secrets = makeSecrets();
  expect(secrets.mask("text")).toBe("text");
  expect(secrets.seal("text")).toBe("text");
  expect(secrets.isIn("text")).toBe(false);
  expect(secrets.isIn(encodeURIComponent(sealed("a")))).toBe(true);
});
