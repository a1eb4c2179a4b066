import react from "@vitejs/plugin-react"
import { defineConfig } from "vite"

// A default export because Vite asks for one.
export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  plugins: [react()],
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    target: "es2023",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // fonts and pictures as files: the content security policy allows no data: fonts
    chunkSizeWarningLimit: 700,
  },
})
