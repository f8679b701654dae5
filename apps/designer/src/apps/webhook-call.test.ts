import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { webhookCall } from "./webhook-call.ts";

const url = "https://parley.example.com/webhooks/in/orders";

/** What a shell would hand to curl. */
function argumentsOf(command: string): readonly string[] {
  const printed = command.replace(/^curl/, String.raw`printf '%s\n'`);
  return execFileSync("sh", ["-c", printed], { encoding: "utf8" }).trimEnd().split("\n");
}

describe("It is true that the command that calls a webhook", () => {
  it("shows the key in its header", () => {
    expect(argumentsOf(webhookCall({ auth: "key" }, url, "it's secret"))).toEqual([
      ...["-X", "POST", url, "-H", "content-type: application/json", "-H", "x-parley-key: it's secret"],
      ...["-d", '{"phone":"31612345678"}'],
    ]);
  });

  it.each(["sha256", "sha512"] as const)("signs its body with %s", (digest) => {
    const given = argumentsOf(webhookCall({ auth: `signature-${digest}` }, url, "it's secret"));
    const body = given.at(-1) ?? "";
    const expected = createHmac(digest, "it's secret").update(body).digest("hex");
    expect(given).toContain(`x-hub-signature: ${digest}=${expected}`);
  });
});
