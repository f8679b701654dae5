import ipaddr from "ipaddr.js";

/** All that is handed out as public IPv6 so far (IANA, IPv6 global unicast address assignments). */
const publicIpv6 = ipaddr.IPv6.parseCIDR("2000::/3");
/** Stands for the IPv4 address in its last four bytes (RFC 6052, well-known prefix). */
const nat64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

/**
 * Why an address is none where customers' URLs may lead; undefined when it is public. Forbidden is whatever is not plainly public: loopback,
 * private, link-local (where clouds keep their metadata), carrier-grade NAT, multicast, reserved, IPv4 written as IPv6. Of NAT64 (RFC 6052), by which
 * machines without IPv4 reach it, the address within counts.
 */
export function forbiddenAddress(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return `${address} is no IP address`;
  const parsed = ipaddr.parse(address);
  const range = parsed.range();
  if (parsed instanceof ipaddr.IPv6 && parsed.match(nat64)) {
    const within = forbiddenAddress(new ipaddr.IPv4(parsed.toByteArray().slice(-4)).toString());
    return within === undefined ? undefined : `${address} stands for an IPv4 address, and ${within}`;
  }
  const isPublic = range === "unicast" && (parsed instanceof ipaddr.IPv4 || parsed.match(publicIpv6));
  return isPublic ? undefined : `${address} is ${names[range] ?? "a reserved address"}`;
}

const names: Readonly<Record<string, string>> = {
  unspecified: "this machine itself",
  loopback: "this machine itself",
  private: "a private address",
  uniqueLocal: "a private address",
  linkLocal: "a link-local address",
  carrierGradeNat: "an address within a provider's network",
  multicast: "a multicast address",
  broadcast: "a broadcast address",
  ipv4Mapped: "an IPv4 address written as IPv6",
};
