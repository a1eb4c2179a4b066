import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { gzip } from "node:zlib"
import react from "@vitejs/plugin-react"
import { type Plugin, defineConfig } from "vite"
import { alikeTogether } from "../engine/bundle/alike-together.ts"
import { inOneText } from "../engine/bundle/in-one-text.ts"
import { withoutExamples } from "../engine/bundle/without-examples.ts"

const FRAME = new RegExp(
  [
    String.raw`/node_modules/(react|react-dom|scheduler|zod|@tanstack)/`,
    String.raw`/engine/src/(calendar|review-format)`,
    String.raw`/desk/src/(contract|ledger)/`,
    String.raw`/desk/src/web/(ui|shell|today|words)/.*(\.tsx?|\.module\.css)$`,
    String.raw`/desk/src/web/(app|api|clock|edge|here|queries|routes|search-state|words)\.tsx?$`,
  ].join("|"),
)

// A default export because Vite asks for one.
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  plugins: [react(), withoutExamples(), inOneText(), alikeTogether(), fetchFrameEarly(), compress()],
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // fonts and pictures as files: the content security policy allows no data: fonts
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/engine\/src\//, sideEffects: false }] }, // its calendar without its rules
      output: {
        // What every page needs in one file, instead of thirty small ones that each cost a request.
        codeSplitting: {
          groups: [
            { name: "boot", test: /preload-helper/, priority: 1 }, // runs before Temporal is there
            { name: "frame", test: FRAME },
          ],
        },
      },
    },
  },
})

/** The page asks for the frame at once, although it runs only after Temporal is there. */
function fetchFrameEarly(): Plugin {
  return {
    name: "fetch-frame-early",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((name) => /\/frame-[^/]+\.(js|css)$/.test(name))
          .map((name) => ({
            tag: "link",
            attrs: name.endsWith(".js")
              ? { rel: "modulepreload", crossorigin: true, href: `/${name}` }
              : { rel: "stylesheet", crossorigin: true, href: `/${name}` },
            injectTo: "head" as const,
          })),
    },
  }
}

/** Leaves a .gz beside each script and style, because a third of their size goes over the line. */
function compress(): Plugin {
  return {
    name: "compress",
    apply: "build",
    writeBundle: async ({ dir = "" }, bundle) => {
      const names = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name))
      await Promise.all(
        names.map(async (name) => {
          const content = await promisify(gzip)(await readFile(join(dir, name)))
          await writeFile(join(dir, `${name}.gz`), content)
        }),
      )
    },
  }
}
