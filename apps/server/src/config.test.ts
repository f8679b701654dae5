import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

const number = {
  PARLEY_CLOUD_API_PHONE_NUMBER_ID: "106540352242922",
  PARLEY_CLOUD_API_ACCESS_TOKEN: "token-of-the-number",
  PARLEY_CLOUD_API_APP_SECRET: "secret-of-the-app",
  PARLEY_CLOUD_API_VERIFY_TOKEN: "verify-token",
};

function problemOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "no problem";
}

describe("It is true that the configuration", () => {
  it("needs nothing: loopback, a simulator, no token", () => {
    const config = readConfig({ HOME: "/root", PATH: "/bin" });
    expect(config).toMatchObject({ host: "127.0.0.1", port: 4280, cloudApi: undefined, adminToken: undefined });
    expect(config.reconcileAfterMs).toBe(60_000);
  });

  it("reads numbers and takes an empty value as absent", () => {
    const config = readConfig({
      PARLEY_PORT: "0",
      PARLEY_ADMIN_TOKEN: "",
      PARLEY_ALLOWED_HOSTS: "a.example, b.example",
    });
    expect(config).toMatchObject({ port: 0, adminToken: undefined, allowedHosts: ["a.example", "b.example"] });
  });

  it("names every variable that is wrong, what it is and what would be right", () => {
    const problem = problemOf({ PARLEY_PORT: "99999", PARLEY_AMBIGUOUS: "maybe" });
    expect(problem).toContain("PARLEY_PORT       is 99999; it must be at most 65535");
    expect(problem).toContain('PARLEY_AMBIGUOUS  is "maybe"; it must be "retry" or "dead-letter"');
  });

  it("shows what was typed where a number should be, and tells each trouble once", () => {
    expect(problemOf({ PARLEY_PORT: "eighty" })).toContain('PARLEY_PORT  must be a number (it is "eighty")');
    expect(problemOf({ PARLEY_SECRET_KEY: "c2hvcnQ=" }).match(/PARLEY_SECRET_KEY/g)).toHaveLength(1);
  });

  it("stops at a variable that does not exist", () => {
    expect(problemOf({ PARLEY_PROT: "1" })).toContain("PARLEY_PROT  is not a setting of this server");
  });

  it("names every one of several variables that do not exist", () => {
    const problem = problemOf({ PARLEY_PROT: "1", PARLEY_HOTS: "2" });
    expect(problem).toContain("PARLEY_PROT");
    expect(problem).toContain("PARLEY_HOTS");
  });

  it("never shows a secret", () => {
    const problem = problemOf({ PARLEY_ADMIN_TOKEN: "short-one", PARLEY_SECRET_KEY: "not 32 bytes" });
    expect(problem).toContain("PARLEY_ADMIN_TOKEN");
    expect(problem).not.toContain("short-one");
    expect(problem).not.toContain("not 32 bytes");
  });

  it("refuses an address that others can reach without an admin token", () => {
    expect(problemOf({ PARLEY_HOST: "0.0.0.0" })).toContain("set PARLEY_ADMIN_TOKEN too");
    expect(problemOf({ PARLEY_HOST: "0.0.0.0", PARLEY_ADMIN_TOKEN: "a-token-of-length-16" })).toBe("no problem");
  });

  it("takes a number's settings together or not at all", () => {
    expect(readConfig(number).cloudApi).toMatchObject({ phoneNumberId: "106540352242922", version: "v23.0" });
    const incomplete = { ...number, PARLEY_CLOUD_API_APP_SECRET: "" };
    expect(problemOf(incomplete)).toContain("PARLEY_CLOUD_API_APP_SECRET  is missing");
  });
});
