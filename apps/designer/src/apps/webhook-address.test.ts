import { describe, expect, it } from "vitest";
import { webhookAddress } from "./webhook-address.ts";

const path = "/webhooks/cloud-api/main";

describe("It is true that a webhook's address", () => {
  it("is the path on the server that the page came from", () => {
    expect(webhookAddress("https://parley.example.com", path)).toEqual({
      url: "https://parley.example.com/webhooks/cloud-api/main",
      host: "parley.example.com",
    });
  });

  it.each([
    "http://127.0.0.1:4280",
    "http://localhost:4280",
    "https://localhost",
    "http://app.localhost",
    "http://[::1]:4280",
    "http://0.0.0.0:80",
  ])("cannot be called from elsewhere at %s", (origin) => {
    expect(webhookAddress(origin, path).problem).toBe("loopback");
  });

  it.each([
    "https://10.1.2.3",
    "http://192.168.1.20:4280",
    "https://172.16.0.1",
    "https://172.31.255.1",
    "http://169.254.3.4",
    "https://[fd00::1]",
    "https://[fe80::1]",
    "https://parley.local",
    "https://parley.corp.internal",
    "https://parley",
  ])("cannot be called from the internet at %s", (origin) => {
    expect(webhookAddress(origin, path).problem).toBe("private");
  });

  it.each(["http://parley.example.com", "http://93.184.216.34:8080"])("is not encrypted at %s", (origin) => {
    expect(webhookAddress(origin, path).problem).toBe("insecure");
  });

  it.each(["https://172.32.0.1", "https://100.example.com", "https://[2001:db8::1]:8443", "https://local.example"])(
    "can be called at %s",
    (origin) => {
      expect(webhookAddress(origin, path).problem).toBeUndefined();
    },
  );
});
