import "@fontsource-variable/inter/opsz.css"
import "@fontsource-variable/source-serif-4/opsz.css"
import "./ui/tokens.css"
import "./ui/base.css"

if (!("Temporal" in globalThis)) await import("temporal-polyfill/global")

const { drawApp } = await import("./app.tsx")
const { minuteClock } = await import("./clock.ts")

const place = document.getElementById("app")
if (place !== null) {
  drawApp(place, {
    newKey: () => crypto.randomUUID(),
    clock: minuteClock(Date.now, (done, ms) => {
      const timer = setTimeout(done, ms)
      return () => clearTimeout(timer)
    }),
  })
}
