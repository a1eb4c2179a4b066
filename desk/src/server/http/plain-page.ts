/** A page that needs nothing but HTML: for people who came by a link, on whatever they have at hand. */
export function plainPage(title: string, html: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body><main><h1>${escaped(title)}</h1>${html}</main></body>
</html>`
}

export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
}

const STYLE = `
:root { color-scheme: light dark; font: 17px/1.5 system-ui, sans-serif }
main { max-width: 34rem; margin: 0 auto; padding: 1.5rem }
h1 { font-size: 1.4rem; line-height: 1.25 }
blockquote { margin: 1rem 0; padding: .25rem 0 .25rem 1rem; border-left: 3px solid; overflow-wrap: anywhere }
label { display: block; margin-bottom: .25rem }
textarea { box-sizing: border-box; width: 100%; font: inherit; margin-bottom: 1rem }
button { font: inherit; min-height: 2.75rem; padding: .5rem 1.25rem }
`
