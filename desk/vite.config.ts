import react from "@vitejs/plugin-react"
import { type Plugin, defineConfig } from "vite"

const FRAME = new RegExp(
  [
    String.raw`/node_modules/(react|react-dom|scheduler|zod|@tanstack)/`,
    String.raw`/engine/src/`,
    String.raw`/desk/src/(contract|ledger)/`,
    String.raw`/desk/src/web/(ui|shell|today|promise|log|words)/.*(\.tsx?|\.module\.css)$`,
    String.raw`/desk/src/web/(app|api|clock|edge|here|queries|routes|search-state|words)\.tsx?$`,
  ].join("|"),
)

// A default export because Vite asks for one.
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  plugins: [react(), fetchFrameEarly()],
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // fonts and pictures as files: the content security policy allows no data: fonts
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
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
