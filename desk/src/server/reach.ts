import { lookup as resolve } from "node:dns"
import { BlockList, type LookupFunction, isIP } from "node:net"

const REFUSED = "Its address is one of a private network, and this desk goes there only when its operator allows it."

/** How names become addresses; the system's way unless a test says otherwise. */
export type Resolve = LookupFunction

/** Where the desk may go by itself. Unless `privateToo`, the very address that is connected to must be a public one. */
export type Reach = { readonly privateToo: boolean; readonly resolve?: Resolve }

/** Why an address is not gone to whatever its name; null where that is seen when the name is looked up. */
export function refusalOf(url: string, { privateToo }: Reach): string | null {
  const literal = new URL(url).hostname.replace(/^\[|\]$/g, "")
  return !privateToo && isIP(literal) !== 0 && isPrivate(literal) ? REFUSED : null
}

/** For the connection itself, so that a name that leads elsewhere the second time it is asked gains nothing. */
export function lookupOf({ privateToo, resolve: ask = resolve }: Reach): Resolve {
  return privateToo ? ask : publicOnly(ask)
}

function publicOnly(ask: Resolve): Resolve {
  return (hostname, options, answer) =>
    ask(hostname, options, (error, address, family) => {
      if (error !== null) return answer(error, address, family) // there is no address then, whatever its type says
      const found = typeof address === "string" ? [address] : address.map((each) => each.address)
      answer(found.some(isPrivate) ? Object.assign(new Error(REFUSED), { code: "EPRIVATE" }) : null, address, family)
    })
}

/** Loopback, private, link-local, shared, documentation, multicast and the rest that no program on the internet has (RFC 6890). */
export function isPrivate(address: string): boolean {
  return RESERVED.check(address, isIP(address) === 6 ? "ipv6" : "ipv4") // an IPv4 address within IPv6 counts as itself
}

const RESERVED = new BlockList()
for (const range of ["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"])
  add(range)
for (const range of ["192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"]) add(range)
for (const range of ["203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"]) add(range)
for (const range of [
  "::/127",
  "64:ff9b::/96",
  "64:ff9b:1::/48",
  "100::/64",
  "2001:db8::/32",
  "2002::/16",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
])
  add(range)

function add(range: string): void {
  const [network = "", bits] = range.split("/")
  RESERVED.addSubnet(network, Number(bits), network.includes(":") ? "ipv6" : "ipv4")
}
