import { fileURLToPath } from "node:url"
import { build } from "vite"
import { withoutExamples } from "../bundle/without-examples.ts"
import { alikeTogether } from "../bundle/alike-together.ts"
import { inOneText } from "../bundle/in-one-text.ts"

/** What only a desk with a fact book needs; a page loads it when there is one. */
const OF_FACTS = ["claimRules", "compileFacts", "factBookOf", "factOf", "factsInForce", "readFacts"]

/** What only the linter asks for: by which law a rule is picked, and whether a workspace's own examples come out. */
const OF_LINTER = ["exampleFailures", "ownRule", "packs", "rulesOf"]

/** What a workspace with rules of its own needs; a page loads it, and what makes its patterns, when there are some. */
const OF_OWN_RULES = ["compiledRule", "isFoundIn"]

/** What puts who and when into a promise; a page loads it when somebody asks for that. */
const OF_REWRITING = ["rewritePromise"]

/** What finds undertakings in notes of which no rule knows the form; a page loads it behind what it shows first. */
const OF_UNDERTAKINGS = ["undertakings"]

/** What reads customers' mail, on a server. */
const OF_CHASES = ["SALE_REQUESTS", "findChases", "findSaleRequests", "strongestRequest"]

/**
 * The public engine as minified modules for browsers: `engine.js` with all rules, `facts.js` with what a fact book needs,
 * `own-rules.js`, `rewrite.js`, `chases.js`, `undertakings.js`, and what they share. The rules' examples are left out, and the polyfill for browsers without Temporal.
 */
export async function bundledEngine(): Promise<ReadonlyMap<string, string>> {
  const names = Object.keys(await import("../src/index.ts"))
  const made = await build({
    configFile: false,
    logLevel: "error",
    plugins: [
      withoutExamples(),
      inOneText(),
      alikeTogether(),
      entries({
        engine: names.filter(
          (name) =>
            ![...OF_FACTS, ...OF_CHASES, ...OF_LINTER, ...OF_OWN_RULES, ...OF_REWRITING, ...OF_UNDERTAKINGS].includes(
              name,
            ),
        ),
        facts: OF_FACTS,
        chases: OF_CHASES,
        "own-rules": OF_OWN_RULES,
        rewrite: OF_REWRITING,
        undertakings: OF_UNDERTAKINGS,
      }),
    ],
    // As in an application: what Vite builds as a library keeps its blanks.
    build: {
      write: false,
      minify: true,
      target: "esnext",
      modulePreload: false,
      rolldownOptions: {
        input: {
          engine: "entry:engine",
          facts: "entry:facts",
          chases: "entry:chases",
          "own-rules": "entry:own-rules",
          rewrite: "entry:rewrite",
          undertakings: "entry:undertakings",
        },
        preserveEntrySignatures: "strict",
        treeshake: { moduleSideEffects: [{ test: /\/engine\/src\//, sideEffects: false }] },
        output: {
          format: "es",
          entryFileNames: "[name].js",
          chunkFileNames: "[name].js",
          codeSplitting: { groups: [{ name: "core", test: OF_ALL }] },
        },
      },
    },
  })
  const outputs = Array.isArray(made) ? made : [made]
  const chunks = outputs.flatMap((each) => ("output" in each ? each.output : []))
  return new Map(chunks.flatMap((chunk) => ("code" in chunk ? [[chunk.fileName, chunk.code] as const] : [])))
}

/** What a page loads at any rate is one file, so that it is packed as one. */
const OF_ALL = /\/engine\/src\/(?!facts\/|chase|customer|sale|own-rules|rewrite|undertakings\/)/

const INDEX = fileURLToPath(new URL("../src/index.ts", import.meta.url))

/** A module for each entry, which exports these names of the engine. */
function entries(named: Readonly<Record<string, readonly string[]>>) {
  return {
    name: "entries",
    resolveId: (id: string) => (id.startsWith("entry:") ? id : null),
    load(id: string) {
      const names = id.startsWith("entry:") ? named[id.slice("entry:".length)] : undefined
      return names === undefined ? null : `export { ${names.join(", ")} } from ${JSON.stringify(INDEX)}`
    },
  }
}
