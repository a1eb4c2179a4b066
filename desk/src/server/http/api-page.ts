import { DOCUMENTS, type GuideRoute, INTRODUCTION, apiGuide, apiShapes } from "./api-guide.ts"

/** The same as docs/api.md, as a page that needs nothing from elsewhere. */
export function apiPage(): string {
  const guide = apiGuide()
  const links = guide.map(({ noun }) => `<li><a href="#${anchor(noun)}">${escaped(noun)}</a></li>`).join("")
  const nouns = guide
    .map(({ noun, routes }) => `<h2 id="${anchor(noun)}">${escaped(noun)}</h2>${routes.map(routeHtml).join("")}`)
    .join("")
  const documents = DOCUMENTS.map(
    ({ path, summary }) => `<h3><code>${escaped(path)}</code></h3><p>${prose(summary)}</p>`,
  )
  const shapes = apiShapes().map(({ name, notation }) => `<h3>${name}</h3><pre tabindex="0">${escaped(notation)}</pre>`)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>The API of Aboveboard</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>The API</h1>
${INTRODUCTION.map((paragraph) => `<p>${prose(paragraph)}</p>`).join("")}
<p>For programs: <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>
<nav aria-label="Nouns"><ul>${links}<li><a href="#documents">Documents and streams</a></li><li><a href="#shapes">Shapes</a></li></ul></nav>
${nouns}
<h2 id="documents">Documents and streams</h2>
${documents.join("")}
<h2 id="shapes">Shapes</h2>
${shapes.join("")}
</main>
</body>
</html>`
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none }
h2 { margin-top: 2.5rem; border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent) }
h3 { margin: 1.75rem 0 .25rem; font-size: 1rem }
p { margin: .5rem 0; max-width: 44rem }
pre { overflow-x: auto; padding: .75rem; font-size: .875rem; background: color-mix(in srgb, currentColor 6%, transparent) }
.caller { opacity: .75 }
`

function routeHtml({ method, path, summary, caller, query, body, answer }: GuideRoute): string {
  const part = (name: string, notation: string | null) =>
    notation === null ? "" : `${name.padEnd(7)}${escaped(notation)}\n`
  return `<h3><code>${method} ${escaped(path)}</code></h3>
<p>${prose(summary)}. <span class="caller">For ${caller}.</span></p>
<pre tabindex="0">${part("query", query)}${part("body", body)}${part("answer", answer)}</pre>`
}

function prose(text: string): string {
  return escaped(text).replaceAll(/`([^`]+)`/g, "<code>$1</code>")
}

function anchor(noun: string): string {
  return noun.toLowerCase().replaceAll(/[^a-z]+/g, "-")
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
}
