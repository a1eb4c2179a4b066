import { createHmac } from "node:crypto"

const PERIOD_S = 30
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

/** The code that an authenticator app shows (RFC 6238), `steps` of 30 seconds from now. */
export function codeOf(uri: string, steps = 0): string {
  const secret = new URL(uri).searchParams.get("secret") ?? ""
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 1000 / PERIOD_S) + steps))
  const mac = createHmac("sha1", bytesOf(secret)).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 0xf
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0")
}

function bytesOf(base32: string): Buffer {
  const bits = Array.from(base32.replaceAll("=", ""))
    .map((each) => BASE32.indexOf(each).toString(2).padStart(5, "0"))
    .join("")
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
