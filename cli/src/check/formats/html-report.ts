import { counting } from "../finding.ts"
import type { FileFinding, Report } from "../finding.ts"
import { escaped } from "./junit-report.ts"
import { summary } from "./pretty-report.ts"

/** One page that needs nothing else: to send along, or to keep with a build. */
export function htmlReport(report: Report): string {
  const found = counting(report)
  const byPath = Map.groupBy(found, ({ path }) => path)
  const sections = [...byPath].map(
    ([path, findings]) => `<section><h2>${escaped(path)}</h2><ol>${findings.map(item).join("")}</ol></section>`,
  )
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Aboveboard report</title><style>${STYLE}</style>`
  return `<!doctype html><html lang="en"><head>${head}</head><body><main><h1>Aboveboard report</h1><p>${escaped(summary(report, found)).replaceAll("\n", "<br>")}</p>${sections.join("\n")}</main></body></html>\n`
}

function item(finding: FileFinding): string {
  const { line, column, context, contextStart: start, contextEnd: end, rule, severity, why, instead } = finding
  const marked = `<mark>${escaped(context.slice(start, end))}</mark>`
  const quote = `<blockquote>${escaped(context.slice(0, start))}${marked}${escaped(context.slice(end))}</blockquote>`
  return `<li><p><code>${line}:${column}</code> <strong>${severity}</strong> ${escaped(rule)}</p>${quote}<p>${escaped(why)}${instead === undefined ? "" : `<br>Instead: ${escaped(instead)}`}</p></li>`
}

const STYLE =
  "body{font:1rem/1.5 system-ui,sans-serif;margin:0;color:#1c1a17;background:#fff}main{max-width:52rem;margin:2rem auto;padding:0 1rem}blockquote{margin:.25rem 0;padding:.25rem .75rem;border-left:3px solid #8a6d1d;font-family:Georgia,serif}mark{background:#faf1de;color:inherit;text-decoration:underline}li{margin:0 0 1rem}@media(prefers-color-scheme:dark){body{color:#eee;background:#17150f}mark{background:#4a3a10}}"
