import { describe, expect, test } from "vitest";
import { forbiddenAddress } from "./forbidden-address.ts";

describe("an address is public", () => {
  test.each(["8.8.8.8", "93.184.216.34", "2606:4700::1111", "2a00:1450:4001::1", "64:ff9b::808:808"])(
    "%s",
    (address) => {
      expect(forbiddenAddress(address)).toBeUndefined();
    },
  );
});

describe("an address is off limits", () => {
  test.each([
    ["127.0.0.1", "this machine itself"],
    ["127.255.255.254", "this machine itself"],
    ["0.0.0.0", "this machine itself"],
    ["::1", "this machine itself"],
    ["::", "this machine itself"],
    ["10.0.0.1", "a private address"],
    ["172.16.0.1", "a private address"],
    ["172.31.255.255", "a private address"],
    ["192.168.1.1", "a private address"],
    ["fd00:ec2::254", "a private address"],
    ["169.254.169.254", "a link-local address"],
    ["fe80::1", "a link-local address"],
    ["100.64.0.1", "an address within a provider's network"],
    ["224.0.0.1", "a multicast address"],
    ["ff02::1", "a multicast address"],
    ["255.255.255.255", "a broadcast address"],
    ["240.0.0.1", "a reserved address"],
    ["192.0.2.1", "a reserved address"],
    ["198.18.0.1", "a reserved address"],
    ["2001:db8::1", "a reserved address"],
    ["100::1", "a reserved address"],
    ["fec0::1", "a reserved address"],
    ["2002:7f00:1::", "a reserved address"],
    ["::ffff:8.8.8.8", "an IPv4 address written as IPv6"],
    ["::ffff:7f00:1", "an IPv4 address written as IPv6"],
    ["4000::1", "a reserved address"],
    ["::7f00:1", "address"],
    ["64:ff9b::7f00:1", "64:ff9b::7f00:1 stands for an IPv4 address, and 127.0.0.1 is this machine itself"],
    ["64:ff9b:1::808:808", "a reserved address"],
    ["example.com", "no IP address"],
  ])("%s", (address, why) => {
    expect(forbiddenAddress(address)).toContain(why);
  });
});
