import { createReadStream } from "node:fs"
import type { FileHandle } from "node:fs/promises"

// The tar format that POSIX calls ustar: a block of 512 bytes that describes an entry, its content, padding.
const BLOCK = 512
const NAME_LENGTH_MAX = 100 // bytes
const SIZE_MAX = 8 ** 11 - 1 // bytes: eleven octal digits, 8 GiB
const CHECKSUM_AT = 148
const CHECKSUM_LENGTH = 8

export type TarEntry = { readonly name: string; readonly size: number; readonly start: number }
export type TarWriter = {
  /** Adds an entry of `size` bytes; fails when the content is longer or shorter. */
  add(name: string, size: number, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void>
  /** Writes the end of the archive. */
  end(): Promise<void>
}

/** Writes a tar archive to `file` from where it stands, one entry after the other. `at`: when its files were changed. */
export function tarWriter(file: FileHandle, at: Temporal.Instant): TarWriter {
  return {
    async add(name, size, content) {
      await file.writeFile(header(name, size, at))
      let written = 0
      for await (const part of content) {
        written += part.length
        await file.writeFile(part)
      }
      if (written !== size) throw new Error(`${name} should have ${size} bytes and has ${written}.`)
      await file.writeFile(new Uint8Array(paddingOf(size)))
    },
    async end() {
      await file.writeFile(new Uint8Array(2 * BLOCK))
    },
  }
}

/** The entries of an archive in their order; their contents stay in the file. Fails when it is damaged or cut short. */
export async function* tarEntries(file: FileHandle): AsyncGenerator<TarEntry> {
  const { size: length } = await file.stat()
  for (let position = 0; ;) {
    const block = Buffer.alloc(BLOCK)
    const { bytesRead } = await file.read(block, 0, BLOCK, position)
    if (bytesRead < BLOCK) throw new Error("The archive is cut short.")
    if (block.every((byte) => byte === 0)) return
    const { name, size } = parseHeader(block)
    const start = position + BLOCK
    position = start + size + paddingOf(size)
    if (position > length) throw new Error("The archive is cut short.")
    yield { name, size, start }
  }
}

export function tarContent(path: string, { start, size }: TarEntry): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
  return size === 0 ? [] : createReadStream(path, { start, end: start + size - 1 })
}

function header(name: string, size: number, at: Temporal.Instant): Buffer {
  if (Buffer.byteLength(name) > NAME_LENGTH_MAX) throw new Error(`${name} is too long a name for an archive.`)
  if (size > SIZE_MAX) throw new Error(`${name} is larger than the 8 GiB that an archive can hold.`)
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0)
  block.write("0000600\0", 100) // mode: for the owner only
  block.write("0000000\0", 108) // user
  block.write("0000000\0", 116) // group
  block.write(`${octal(size)}\0`, 124)
  block.write(`${octal(Math.floor(at.epochMilliseconds / 1000))}\0`, 136)
  block.write("0", 156) // a regular file
  block.write("ustar\u000000", 257)
  block.write(`${checksum(block).toString(8).padStart(6, "0")}\0 `, CHECKSUM_AT)
  return block
}

function parseHeader(block: Buffer): { name: string; size: number } {
  const text = (start: number, length: number) => block.toString("utf8", start, start + length).replace(/\0.*$/s, "")
  const number = (start: number, length: number) => Number.parseInt(text(start, length).trim(), 8)
  if (number(CHECKSUM_AT, CHECKSUM_LENGTH) !== checksum(block)) throw new Error("The archive is damaged.")
  return { name: text(0, NAME_LENGTH_MAX), size: number(124, 12) }
}

/** The sum of the header's bytes, with its own place read as spaces. */
function checksum(block: Buffer): number {
  const spaces = CHECKSUM_LENGTH * " ".charCodeAt(0)
  const own = block.subarray(CHECKSUM_AT, CHECKSUM_AT + CHECKSUM_LENGTH)
  return sum(block) - sum(own) + spaces
}

function sum(bytes: Uint8Array): number {
  return bytes.reduce((total, byte) => total + byte, 0)
}

function octal(value: number): string {
  return value.toString(8).padStart(11, "0")
}

function paddingOf(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK
}
