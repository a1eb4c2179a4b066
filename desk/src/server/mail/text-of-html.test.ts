import { expect, test } from "vitest"
import { textOfHtml } from "./text-of-html.ts"

test("Paragraphs are apart, lines are lines, blanks are one", () => {
  expect(textOfHtml("<p>Dear   shop,</p>\n<p>one<br>two</p><div>three</div><div>four</div>")).toBe(
    "Dear shop,\n\none\ntwo\n\nthree\nfour",
  )
})

test("Quotes keep their depth", () => {
  const html =
    "Yes.<br><blockquote type=cite><p>Did it come?</p><blockquote><div>On Monday</div><div>we said</div></blockquote></blockquote><p>Thanks</p>"
  expect(textOfHtml(html)).toBe("Yes.\n\n> Did it come?\n>\n> > On Monday\n> > we said\n\nThanks")
})

test("A blockquote that only indents is no quote", () => {
  expect(textOfHtml('<blockquote style="margin:0 0 0 40px;border:none;padding:0">my own</blockquote>')).toBe("my own")
})

test("Where a link goes stands behind its words, unless they say it", () => {
  expect(
    textOfHtml(
      '<a href="https://x.example/a?b=1&amp;c">Track it</a> or <a href="https://www.x.example/">x.example</a>',
    ),
  ).toBe("Track it <https://x.example/a?b=1&c> or x.example")
  expect(textOfHtml('<a href="javascript:alert(1)">click</a> <a href="mailto:a@x.example">a@x.example</a>')).toBe(
    "click a@x.example",
  )
})

test("Lists, tables, rules and pictures have their marks", () => {
  expect(
    textOfHtml(
      "<ul><li>one</li><li><p>two</p></li></ul><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table><hr>",
    ),
  ).toBe("- one\n- two\n\na  b\nc\n\n----------")
  expect(textOfHtml('<img alt="our logo" src=x><img src=y>')).toBe("[our logo]")
})

test("Scripts, styles and the head say nothing", () => {
  expect(textOfHtml("<head><title>t</title><style>a{}</style></head><script>1<2</script><body>words</body>")).toBe(
    "words",
  )
})

test("Preformatted lines stay as they are", () => {
  expect(textOfHtml("<pre>a\n  b\n\nc</pre>")).toBe("a\n  b\n\nc")
})
