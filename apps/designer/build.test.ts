import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkFirstLoad, filesLoaded, firstLoadBytes, stampOf } from "./build.ts";

describe("It is true that a first load", () => {
  const manifest = {
    "index.html": {
      file: "assets/index.js",
      isEntry: true,
      imports: ["_react.js"],
      dynamicImports: ["src/editor-page.tsx", "src/phone.tsx"],
    },
    "src/editor-page.tsx": {
      file: "assets/editor.js",
      isDynamicEntry: true,
      imports: ["_react.js", "_flow.js"],
      css: ["assets/editor.css"],
    },
    "src/phone.tsx": { file: "assets/phone.js", isDynamicEntry: true, imports: ["_engine.js"] },
    "_react.js": { file: "assets/react.js", imports: ["_flow.js"] },
    "_flow.js": { file: "assets/flow.js", imports: ["_react.js"] },
    "_engine.js": { file: "assets/engine.js" },
    "icon.svg": { file: "assets/icon.svg", src: "icon.svg" },
  };

  test("is the modules' own files and all that they import at once, each counted one time", () => {
    expect(filesLoaded(manifest, ["index.html"])).toEqual(["assets/index.js", "assets/react.js", "assets/flow.js"]);
    expect(filesLoaded(manifest, ["index.html", "src/editor-page.tsx"])).toEqual([
      "assets/index.js",
      "assets/react.js",
      "assets/flow.js",
      "assets/editor.js",
    ]);
  });

  test("has no other files than scripts, and none of a module that the build does not have", () => {
    expect(filesLoaded(manifest, ["icon.svg", "src/nothing.tsx"])).toEqual([]);
  });

  test("may be as large as the limit, and one byte more is refused with a sentence", () => {
    expect(() => checkFirstLoad(firstLoadBytes)).not.toThrow();
    expect(() => checkFirstLoad(firstLoadBytes + 1)).toThrow(
      /first load is 401 KB of gzipped JavaScript, and may be 400 KB/,
    );
  });
});

describe("It is true that the digest of sources", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "parley-stamp-"));
    mkdirSync(join(root, "src/deep"), { recursive: true });
    writeFileSync(join(root, "lock.json"), "{}");
    writeFileSync(join(root, "src/deep/a.ts"), "a");
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const stamp = (): string => stampOf(root, ["lock.json", "src/**"]);

  test("stays while nothing changes", () => expect(stamp()).toBe(stamp()));

  test.each([
    ["a file changes", "src/deep/a.ts", "b"],
    ["a file is added", "src/deep/b.ts", "b"],
    ["the lock changes", "lock.json", "[]"],
  ])("changes when %s", (_what, path, content) => {
    const before = stamp();
    writeFileSync(join(root, path), content);
    expect(stamp()).not.toBe(before);
  });

  test("changes when a file gets another name", () => {
    const before = stamp();
    rmSync(join(root, "src/deep/a.ts"));
    writeFileSync(join(root, "src/deep/b.ts"), "a");
    expect(stamp()).not.toBe(before);
  });

  test("does not change for a test, nor for what is no source", () => {
    const before = stamp();
    writeFileSync(join(root, "src/a.test.ts"), "test");
    writeFileSync(join(root, "README.md"), "text");
    expect(stamp()).toBe(before);
  });
});
