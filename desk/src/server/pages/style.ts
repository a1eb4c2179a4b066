/** The one small stylesheet of the customers' pages: sizes in rem, so that a reader's own text size counts. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fdfefd, #111615); --ink: light-dark(#16201d, #e7edea);
  --ink-2: light-dark(#43504b, #b7c2be); --ink-3: light-dark(#5d6a65, #93a09b);
  --line: light-dark(#dfe5e2, #29322f); --edge: light-dark(#7a8882, #6b7974);
  --accent: light-dark(#0b5a66, #7cc7d1); --red: light-dark(#b3241a, #ff9a8b);
  --sans: Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", sans-serif;
  --serif: "Source Serif 4", Charter, "Iowan Old Style", Georgia, serif;
}
*, *::before, *::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 .9375rem/1.47 var(--sans) }
h1, h2, h3, p, dl, dd, blockquote { margin: 0; padding: 0; overflow-wrap: anywhere }
main { max-width: 40rem; margin: 0 auto; padding: 2.5rem 1.5rem 3.5rem }
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .25rem 1rem;
  padding-bottom: .75rem; border-bottom: 1px solid var(--ink); font-size: .8125rem }
header b { font-size: 1rem; font-weight: 650; letter-spacing: -.012em }
.quiet { color: var(--ink-3); font-size: .8125rem; line-height: 1.5 }
h1, .part { font-size: .875rem; line-height: 1.43; font-weight: 550; color: var(--ink-2); margin: 2.25rem 0 .625rem }
h1.plain { font-size: 1.25rem; font-weight: 600; color: var(--ink) }
.told { margin-top: .75rem; padding: .625rem 0; border-top: 1px solid var(--ink); border-bottom: 1px solid var(--line) }
article { margin-top: .625rem }
article + article { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid var(--ink-3) }
blockquote { unicode-bidi: plaintext; font-family: var(--serif); font-size: 1.125rem; line-height: 1.5; white-space: pre-line }
.first blockquote.big { font-size: 1.75rem; line-height: 1.36; letter-spacing: -.012em; text-wrap: pretty }
dl { margin-top: 1.25rem; border-top: 1px solid var(--line) }
dl > div { display: grid; grid-template-columns: 8.75rem minmax(0, 1fr); gap: .25rem 1rem; padding: .5625rem 0;
  border-bottom: 1px solid var(--line) }
dl > div:last-child { border-bottom: 0 }
dl.figures > div { grid-template-columns: minmax(0, 1fr) auto }
dl.figures dd { font-variant-numeric: tabular-nums }
dt { color: var(--ink-3); font-size: .875rem }
dd blockquote { font-size: 1.0625rem }
dd b { font-weight: 600 }
.late { color: var(--red) }
form { margin-top: .75rem }
form.ask { padding: 1.25rem 0 1.5rem; border-top: 3px double var(--ink-3); border-bottom: 3px double var(--ink-3) }
form h2 { font-size: 1.25rem; line-height: 1.4; font-weight: 600; letter-spacing: -.012em }
form p { color: var(--ink-2); margin-top: .25rem }
label { display: block; font-size: .8125rem; color: var(--ink-2); margin: .75rem 0 .25rem }
input, textarea { display: block; width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: 400 1rem/1.4 var(--sans); color: var(--ink);
  background: var(--paper); border: 1px solid var(--edge); border-radius: 4px }
textarea { unicode-bidi: plaintext }
input.code { width: 9rem; font-variant-numeric: tabular-nums; letter-spacing: .15em }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; margin-top: .875rem }
.three { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: .75rem; margin-top: .875rem }
h3 { font-size: 1.0625rem; font-weight: 600 }
button { min-height: 3rem; padding: .5rem 1rem; font: 550 .9375rem/1.4 var(--sans); color: var(--ink);
  background: var(--paper); border: 1px solid var(--edge); border-radius: 4px; cursor: pointer }
button:hover { border-color: var(--ink) }
a { color: var(--accent); text-underline-offset: .15em }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid var(--line) }
footer p + p { margin-top: .5rem }
time { font-variant-numeric: tabular-nums }
@media (max-width: 45em) {
  main { padding: 1.25rem 1.25rem 2.5rem }
  .first blockquote.big { font-size: 1.5625rem }
  dl > div { grid-template-columns: 6.5rem minmax(0, 1fr); gap: .125rem .75rem }
}
@media (max-width: 22em) { dl > div, .two { grid-template-columns: minmax(0, 1fr) } }
@media print {
  :root { color-scheme: light }
  main { max-width: none; padding: 0 }
  form { display: none }
  article { break-inside: avoid }
}
`
