const MB = 1024 * 1024

/** A mail that somebody built to do harm, or that a broken program wrote. */
export type HostileMail = {
  readonly name: string
  readonly raw: Buffer
  /** Whether a reader should be told that it could not be read in full. */
  readonly isCut: boolean
  /** Words that a reader must see, where some can be read. */
  readonly words: string | null
}

/** `scale` 1: as large as the names say; tests of every day take a hundredth of the sizes (never of the counts). */
export function hostileMails(scale: number): readonly HostileMail[] {
  return [...largeMails(scale), ...overfullMails(scale), ...brokenMails()]
}

function largeMails(scale: number): readonly HostileMail[] {
  const size = (megabytes: number) => Math.max(1, Math.floor(megabytes * MB * scale))
  const isLarge = scale === 1
  return [
    hostile("an attachment of 50 MB", attachment("application/zip", Buffer.alloc(size(36))), isLarge, "Hello there."),
    hostile("an attachment of 28 MB", attachment("application/zip", Buffer.alloc(size(20))), false, "Hello there."),
    hostile("50 MB of text", plain("Over and over again.\r\n".repeat(size(50) / 22)), isLarge, "Over and over again."),
    hostile("29 MB of text in one part", plain(`${"a".repeat(76)}\r\n`.repeat(size(29) / 78)), isLarge, "aaaa"),
    hostile("29 MB of empty lines", plain("\r\n".repeat(size(29) / 2)), isLarge, null),
    hostile("50 MB in one line", plain("a".repeat(size(50))), isLarge, "aaaa"),
    hostile("50 MB of HTML", withHead("Content-Type: text/html", "<b>x</b>".repeat(size(50) / 8)), isLarge, null),
  ]
}

function overfullMails(scale: number): readonly HostileMail[] {
  const isLarge = scale === 1
  const recipients = Math.floor((MB * scale) / 14)
  return [
    hostile("a zip bomb", attachment("application/zip", zipBomb()), false, "Hello there."),
    hostile("1,000 parts in parts", nested(1_000), true, null),
    hostile(
      "1,000 mails in mails",
      mixed([`${"Content-Type: message/rfc822\r\n\r\n".repeat(1_000)}Subject: deep\r\n\r\nDeep.`]),
      false,
      null,
    ),
    hostile(
      "10,000 parts",
      mixed(["Content-Type: text/plain\r\n\r\nFirst words.", ...parts(10_000)]),
      true,
      "First words.",
    ),
    hostile(
      "a header of 1 MB",
      Buffer.concat([Buffer.from(`X-Long: ${"a".repeat(MB)}\r\n`), plain("Words.")]),
      true,
      "Words.",
    ),
    hostile(
      "1 MB of headers",
      Buffer.concat([Buffer.from("X-More: aaaaaaaaaaaaaaaaaaaaaaa\r\n".repeat(MB / 32)), plain("Words.")]),
      true,
      "Words.",
    ),
    hostile(
      "a subject of 60,000 encoded words",
      withHead(`Subject: ${"=?utf-8?Q?=41?= ".repeat(60_000)}`, "Words."),
      true,
      "Words.",
    ),
    hostile(
      "500,000 recipients",
      withHead(`To: ${"a@x.example, ".repeat(recipients)}b@x.example`, "Words."),
      isLarge,
      "Words.",
    ),
  ]
}

function brokenMails(): readonly HostileMail[] {
  return [
    hostile(
      "an unknown charset",
      Buffer.concat([
        withHead("Content-Type: text/plain; charset=x-klingon", "H"),
        Buffer.from([0xe9, 0x6c, 0x6c, 0x6f]),
      ]),
      false,
      "Héllo",
    ),
    hostile("NUL bytes everywhere", plain("He\0llo\0").subarray(), false, "Hello"),
    hostile(
      "half a surrogate pair and bytes that are no UTF-8",
      Buffer.concat([
        withHead("Content-Type: text/plain; charset=utf-8", "ok "),
        Buffer.from([0xed, 0xa0, 0x80, 0xff, 0xfe]),
      ]),
      false,
      "ok",
    ),
    hostile(
      "a boundary that never comes",
      withHead('Content-Type: multipart/mixed; boundary="never"', "Lost words."),
      false,
      null,
    ),
    hostile(
      "a boundary without a name",
      withHead("Content-Type: multipart/mixed", "--\r\n\r\nLost words."),
      false,
      null,
    ),
    hostile(
      "base64 that is none",
      withHead("Content-Type: text/plain\r\nContent-Transfer-Encoding: base64", "!!!! not base64 ****"),
      false,
      null,
    ),
    hostile(
      "quoted-printable that ends in the middle",
      withHead("Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable", "Caf=C3=A9 =E"),
      false,
      "Café",
    ),
    hostile("no headers at all", Buffer.from("\r\nOnly words."), false, "Only words."),
    hostile("nothing at all", Buffer.alloc(0), false, null),
    hostile("an address that is none", withHead("From: <<<>>> , ;;@@\r\nReply-To: a@b@c", "Words."), false, "Words."),
    hostile("a date in the year 99999", withHead("Date: Mon, 1 Jan 99999 00:00:00 +0000", "Words."), false, "Words."),
  ]
}

function attachment(type: string, content: Buffer): Buffer {
  return mixed([
    "Content-Type: text/plain\r\n\r\nHello there.",
    `Content-Type: ${type}\r\nContent-Disposition: attachment; filename=a.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n${wrapped(content)}`,
  ])
}

let count = 0

function hostile(name: string, raw: Buffer, isCut: boolean, words: string | null): HostileMail {
  return { name, raw, isCut, words }
}

function head(): string {
  count += 1
  return `From: Rosa <rosa-${count}@x.example>\r\nDate: Thu, 19 Nov 2026 14:00:00 +0000\r\nMessage-ID: <hostile-${count}-${process.pid}@x.example>\r\nMIME-Version: 1.0\r\n`
}

function withHead(headers: string, body: string): Buffer {
  const own = headers.split("\r\n").map((line) => line.split(":")[0]?.toLowerCase())
  const rest = head()
    .split("\r\n")
    .filter((line) => !own.includes(line.split(":")[0]?.toLowerCase()))
  return Buffer.from(`${headers}\r\n${rest.join("\r\n")}\r\n${body}`)
}

function plain(body: string): Buffer {
  return withHead("Content-Type: text/plain", body)
}

function mixed(inner: readonly string[]): Buffer {
  return withHead(
    'Content-Type: multipart/mixed; boundary="b"',
    `${inner.map((part) => `--b\r\n${part}\r\n`).join("")}--b--\r\n`,
  )
}

function parts(number: number): readonly string[] {
  return Array.from(
    { length: number },
    () => "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nx",
  )
}

function nested(depth: number): Buffer {
  const open = Array.from(
    { length: depth },
    (_, level) => `--b${level}\r\nContent-Type: multipart/mixed; boundary="b${level + 1}"\r\n\r\n`,
  )
  return withHead(
    'Content-Type: multipart/mixed; boundary="b0"',
    `${open.join("")}--b${depth}\r\nContent-Type: text/plain\r\n\r\nDeep.\r\n`,
  )
}

function wrapped(content: Buffer): string {
  return content.toString("base64").replaceAll(/(.{76})/g, "$1\r\n")
}

/** A local file header that promises 4 GB from a few bytes of deflate. Nothing in the desk unpacks it. */
function zipBomb(): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(20, 18)
  header.writeUInt32LE(0xffffffff, 22)
  return Buffer.concat([header, Buffer.alloc(2_000, 0xff)])
}
