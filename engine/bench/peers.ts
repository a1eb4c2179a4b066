/** Another tool, ready to read a text; gives how many things it found. */
export type Peer = { readonly name: string; readonly read: (text: string) => number | Promise<number> }

/** Loads all peers. Fails when one is missing: a comparison with fewer is another one. */
export async function loadPeers(): Promise<readonly Peer[]> {
  return [
    await writeGood(),
    await retextPeer(),
    await alexPeer(),
    await textlintPeer(),
    await compromisePeer(),
    await harperPeer(),
    await chronoPeer(),
  ]
}

type Module = { readonly default?: unknown; readonly [name: string]: unknown }

/** The peers are installed beside this file by the bench itself, so the compiler does not know them. */
async function load(name: string): Promise<Module> {
  return (await import(name)) as Module
}

async function writeGood(): Promise<Peer> {
  const check = (await load("write-good")).default as (text: string) => readonly unknown[]
  return { name: "write-good", read: (text) => check(text).length }
}

type Processor = {
  use: (plugin: unknown) => Processor
  process: (text: string) => Promise<{ readonly messages: readonly unknown[] }>
}

async function retextPeer(): Promise<Peer> {
  const made = ((await load("retext")).retext as () => Processor)()
  for (const name of ["retext-equality", "retext-intensify", "retext-passive", "retext-simplify"])
    made.use((await load(name)).default)
  return { name: "retext (4 plugins)", read: async (text) => (await made.process(text)).messages.length }
}

async function alexPeer(): Promise<Peer> {
  const check = (await load("alex")).text as (text: string) => { readonly messages: readonly unknown[] }
  return { name: "alex", read: (text) => check(text).messages.length }
}

type Kernel = { lintText: (text: string, options: unknown) => Promise<{ readonly messages: readonly unknown[] }> }

async function textlintPeer(): Promise<Peer> {
  const kernel = new ((await load("@textlint/kernel")).TextlintKernel as new () => Kernel)()
  const plugin = unwrapped(await load("@textlint/textlint-plugin-text"))
  const ids = ["terminology", "max-comma", "no-start-duplicated-conjunction"]
  const rules: { ruleId: string; rule: unknown }[] = []
  for (const id of ids) rules.push({ ruleId: id, rule: unwrapped(await load(`textlint-rule-${id}`)) })
  const options = { ext: ".txt", filePath: "message.txt", plugins: [{ pluginId: "text", plugin }], rules }
  return { name: "textlint (3 rules)", read: async (text) => (await kernel.lintText(text, options)).messages.length }
}

/** CommonJS made from modules arrives with its default wrapped once more. */
function unwrapped(module: Module): unknown {
  const inner = module.default as Module | undefined
  return inner?.default ?? inner
}

async function compromisePeer(): Promise<Peer> {
  type Document = { verbs: () => { readonly length: number } }
  const read = (await load("compromise")).default as (text: string) => Document
  return { name: "compromise (verbs)", read: (text) => read(text).verbs().length }
}

async function harperPeer(): Promise<Peer> {
  type Linter = { setup: () => Promise<void>; lint: (text: string) => Promise<readonly unknown[]> }
  const { LocalLinter } = await load("harper.js")
  const { binaryInlined } = await load("harper.js/binaryInlined")
  const linter = new (LocalLinter as new (options: unknown) => Linter)({ binary: binaryInlined })
  await linter.setup()
  return { name: "harper.js", read: async (text) => (await linter.lint(text)).length }
}

async function chronoPeer(): Promise<Peer> {
  const { parse } = await load("chrono-node")
  const read = parse as (text: string, at: Date) => readonly unknown[]
  const at = new Date("2026-03-04T10:00:00Z")
  return { name: "chrono-node (dates only)", read: (text) => read(text, at).length }
}
