import { existsSync, readFileSync, readdirSync, statSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"

const ROOT = fileURLToPath(new URL("..", import.meta.url))
const PICTURES = `${ROOT}docs/pictures`
const PARTS = ["What you see.", "Keys.", "What it does not do."]
const SIZE_MAX = 3_000_000 // bytes of all pictures: a clone stays small
const read = (path: string) => readFileSync(ROOT + path, "utf8")

const index = read("docs/screens/README.md")
const pages = readdirSync(`${ROOT}docs/screens`)
  .filter((name) => name.endsWith(".md") && name !== "README.md")
  .map((name) => ({ name, text: read(`docs/screens/${name}`) }))

test("Every screen of the web app has a page that says where it is", () => {
  const told = pages.flatMap(({ text }) => [...(/^Where: .*$/m.exec(text)?.[0] ?? "").matchAll(/`(\/[^`]*)`/g)])
  expect(screens().filter((path) => !told.some(([, where]) => where === path))).toEqual([])
})

test("Every page of a screen has its parts, its picture and a line in the index, which the README links to", () => {
  const wrong = pages.flatMap(({ name, text }) => [
    ...(index.includes(`](${name})`) ? [] : [`${name} is not in the index`]),
    ...(existsSync(`${PICTURES}/${picturesIn(text)[0]}`) ? [] : [`${name} has no picture`]),
    ...PARTS.filter((part) => !text.includes(`**${part}**`)).map((part) => `${name} does not say: ${part}`),
  ])
  expect(wrong).toEqual([])
  expect(read("README.md")).toContain("](docs/screens/README.md)")
})

test("Every picture of a screen is shown by a page, has a palette, and all pictures together stay small", () => {
  const shown = new Set(pages.flatMap(({ text }) => picturesIn(text)))
  const taken = readdirSync(`${PICTURES}/screens`).map((name) => `screens/${name}`)
  expect(taken.filter((name) => !shown.has(name))).toEqual([])
  expect([...shown].filter((name) => !existsSync(`${PICTURES}/${name}`))).toEqual([])
  const files = readdirSync(PICTURES, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".png"))
  expect(files.filter((name) => readFileSync(`${PICTURES}/${name}`)[25] !== 3)).toEqual([])
  expect(files.reduce((sum, name) => sum + statSync(`${PICTURES}/${name}`).size, 0)).toBeLessThan(SIZE_MAX)
})

function picturesIn(text: string): readonly string[] {
  return [...text.matchAll(/\]\(\.\.\/pictures\/([\w/-]+\.png)\)/g)].map(([, name = ""]) => name)
}

/** The addresses that the router knows, and the parts of the settings. */
function screens(): readonly string[] {
  const routes = read("desk/src/web/routes.tsx")
  const below = [...routes.matchAll(/\.\.\.inWorkspace,\s*path: "([^"]+)"/g)].map(([, path = ""]) => `/$slug${path}`)
  const alone = [...routes.matchAll(/=> root, path: "([^"]+)"|=> root,\s+path: "([^"]+)"/g)].map(
    ([, one, other]) => one ?? other ?? "",
  )
  const parts = read("desk/src/web/settings/settings-page.tsx").matchAll(/^ {2}"?([a-z-]+)"?: \{ draws: /gm)
  const settings = [...parts].map(([, part = ""]) => `/$slug/settings/${part}`)
  const protocol = (/PROTOCOL_PARTS = \[(.*)\]/.exec(read("desk/src/web/protocol/parts.ts"))?.[1] ?? "")
    .split(",")
    .slice(1) // the first is what the bare address shows
    .map((part) => `/$slug/protocol?part=${part.replaceAll(/\W/g, "")}`)
  expect([below.length > 15, alone.length > 3, settings.length > 14, protocol.length > 1]).not.toContain(false)
  return [...below, ...alone, ...settings, ...protocol].filter(
    (path) => path !== "/$slug" && path !== "/$slug/settings/$part",
  )
}
