/** How a text that the desk begins for a member greets its customer. Where no name is known, an address or a number stands for it. */
export function greeting(name: string | null): string {
  const isName = name !== null && /\p{L}/u.test(name) && !name.includes("@")
  return isName ? `Hello ${name.trim()},` : "Hello,"
}
