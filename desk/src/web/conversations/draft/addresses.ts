/** Addresses as somebody types or pastes them: with commas, semicolons or line ends between them, with names or without. */
export function addressesIn(written: string): readonly string[] {
  const parts = written.split(/[,;\n]+/).map((part) => /<([^<>]*)>/.exec(part)?.[1] ?? part)
  const found = parts.map((part) => part.trim()).filter((part) => part !== "")
  return [...new Map(found.map((address) => [address.toLowerCase(), address])).values()]
}

/** The first that mail cannot go to; the desk looks again. */
export function wrongAddress(addresses: readonly string[]): string | null {
  return addresses.find((address) => !/^[^\s@<>()"]+@[^\s@<>()"]+\.[^\s@<>()".]+$/.test(address)) ?? null
}
