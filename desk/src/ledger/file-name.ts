const NAME_LENGTH_MAX = 200 // characters; file systems take 255 bytes

/**
 * A file's name as it may be offered for saving: no path, no control characters, none that turn the direction of writing or
 * cannot be seen (they hide what a file is), no leading dots, nothing that Windows takes for a device. Empty: `otherwise`.
 */
export function cleanFileName(name: string | null, otherwise: string): string {
  const line = (name ?? "").toWellFormed().normalize("NFC").replace(UNSEEN, " ").trim()
  const last = line.split(/[\\/]/).at(-1) ?? ""
  const plain = last
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[.\s]+/, "")
    .replace(/[.\s]+$/, "")
  const safe = DEVICE.test(plain) ? `_${plain}` : plain
  if (safe === "") return otherwise
  const ending = /\.[^.]{1,16}$/.exec(safe)?.[0] ?? ""
  return safe.length <= NAME_LENGTH_MAX ? safe : beginning(safe, NAME_LENGTH_MAX - ending.length) + ending
}

/** A media type that says what a file is, and can be nothing else: a mail in a mail, or parts of one, are plain bytes. */
export function fileType(type: string): string {
  const plain = type.trim().toLowerCase()
  return TYPE.test(plain) && !/^(?:multipart|message)\//.test(plain) ? plain : "application/octet-stream"
}

const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,60}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,100}$/

function beginning(text: string, length: number): string {
  return text
    .slice(0, length)
    .toWellFormed()
    .replace(/\ufffd$/u, "")
}
