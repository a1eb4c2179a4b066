import { expect, test } from "vitest"
import { freeSlug } from "./slug.ts"

test("a workspace's address is made of its name, with a number when it is taken", async () => {
  const taken = new Set(["old-mill-sons"])
  expect(await freeSlug("Old Mill & Sons", async (slug) => taken.has(slug))).toBe("old-mill-sons-2")
  expect(await freeSlug("Łukasz Rädle", async () => false)).toMatch(/^[a-z0-9-]+$/)
})

test("a workspace never gets an address of the desk's own", async () => {
  expect(await freeSlug("P", async () => false)).toBe("p-2")
  expect(await freeSlug("Sign in", async () => false)).toBe("sign-in-2")
})
