import { describe, expect, test } from "vitest";
import { checkUrl, type UrlRules } from "./checked-url.ts";
import { forbiddenAddress } from "./forbidden-address.ts";

const rules: UrlRules = { forbid: forbiddenAddress, goes: "report", show: (url) => url };

function reasonOf(text: string, base?: string): string | undefined {
  const checked = checkUrl(text, rules, base === undefined ? undefined : new URL(base));
  return checked.ok ? undefined : checked.reason;
}

describe("a URL may be posted to", () => {
  test.each([
    "https://example.com/reports?x=1",
    "http://example.com:8080/",
    "https://8.8.8.8/",
    "https://[2606:4700::1111]/",
  ])("%s", (url) => expect(reasonOf(url)).toBeUndefined());
});

describe("a URL is refused with a sentence", () => {
  test.each([
    ["", "is no URL"],
    ["example.com/reports", "is no URL"],
    ["ftp://example.com/", "is neither http nor https"],
    ["file:///etc/passwd", "is neither http nor https"],
    ["gopher://example.com/", "is neither http nor https"],
    ["https://ada@example.com/", "holds a user name or a password"],
    ["https://:secret@example.com/", "holds a user name or a password"],
    ["http://localhost/", "localhost is this machine itself"],
    ["http://LOCALHOST./", "localhost. is this machine itself"],
    ["http://reports.localhost:8080/", "reports.localhost is this machine itself"],
    ["http://127.0.0.1/", "127.0.0.1 is this machine itself"],
    ["http://127.1/", "127.0.0.1 is this machine itself"],
    ["http://2130706433/", "127.0.0.1 is this machine itself"],
    ["http://0x7f000001/", "127.0.0.1 is this machine itself"],
    ["http://0177.0.0.1/", "127.0.0.1 is this machine itself"],
    ["http://0/", "0.0.0.0 is this machine itself"],
    ["http://[::1]/", "::1 is this machine itself"],
    ["http://[::ffff:127.0.0.1]/", "an IPv4 address written as IPv6"],
    ["http://[::ffff:7f00:1]/", "an IPv4 address written as IPv6"],
    ["http://①②⑦.⓪.⓪.①/", "127.0.0.1 is this machine itself"],
    ["http://169.254.169.254/latest/meta-data", "a link-local address"],
  ])("%s", (url, why) => expect(reasonOf(url)).toContain(why));

  test("never shows a password, nor what is behind the host, nor a long URL whole", () => {
    expect(reasonOf("https://ada:secret@example.com/")).toBe(
      'The URL "https://***@example.com/" holds a user name or a password.',
    );
    expect(reasonOf("http://10.0.0.1/hooks/secret?token=secret")).toMatch(/^The URL "http:\/\/10\.0\.0\.1\/…" leads/);
    expect(reasonOf("hooks.example/secret")).toBe('The URL "hooks.example/…" is no URL.');
    expect(reasonOf("https:\\\\ada:secret@example.com\\secret")).not.toContain("secret");
    expect(reasonOf(`ftp://example.com/${"x".repeat(5_000)}`)?.length).toBeLessThan(300);
  });
});

test("A URL is shown as the rules show it, as far as its host", () => {
  const shown = checkUrl("http://127.0.0.1/?key=secret", {
    ...rules,
    goes: "request",
    show: (url) => url.replace("127.0", "***"),
  });
  expect(shown).toEqual({
    ok: false,
    reason: 'The URL "http://***.0.1/…" leads where no request goes: 127.0.0.1 is this machine itself.',
  });
});

describe("a place to lead on to", () => {
  test("may be named by its path", () => {
    const checked = checkUrl("/there", rules, new URL("https://example.com/here"));
    expect(checked.ok && checked.url.href).toBe("https://example.com/there");
  });

  test("is looked at like any other", () => {
    expect(reasonOf("//127.0.0.1/", "https://example.com/")).toContain("this machine itself");
  });

  test("may lead from http to https, not back", () => {
    expect(reasonOf("https://example.com/", "http://example.com/")).toBeUndefined();
    expect(reasonOf("http://example.com/", "https://example.com/")).toContain("leaves https for http");
  });
});
