/** A line of somebody else's text: ">" in front, or the name that some programs put before it. */
export function isQuoted(line: string): boolean {
  return line.startsWith(">") || line.startsWith("&gt;")
}

/** "-- " and its kin: all that follows is a signature. */
export function isSignatureMark(line: string): boolean {
  return /^(?:--|—|–|——|––|__)$/.test(line)
}

/** A ruled line: it belongs to what follows it. */
export function isRule(line: string): boolean {
  return /^(?:[-_=*]{5,}|ᐧ)$/.test(line)
}

export function isMobileSignature(line: string): boolean {
  return line.length < 120 && MOBILE.test(line)
}

const MOBILE =
  /^(?:[\s*_([-]*)(?:sent (?:from|via|with) (?:my |the )?(?:\w+ ){0,3}(?:i?phone|i?pad|mobile|android|samsung|galaxy|huawei|nokia|blackberry|outlook|gmail|proton|yahoo|smartphone|tablet|device|windows|mail|handy)|get outlook for|gesendet (?:von|mit) |von meinem \w+ gesendet|envoy[ée] (?:de|depuis) mon |enviado (?:desde|do|de) (?:mi|meu) |inviato da(?:l mio)? |verzonden vanaf |verstuurd vanaf |skickat från min |sendt fra min |sendt frå |wysłane z |lähetetty |отправлено с |надіслано з )/i

/** "-----Original Message-----" in the languages that mail programs write it in. */
export function isOriginalMark(line: string): boolean {
  return ORIGINAL.test(line)
}

const ORIGINAL =
  /^[-_*\s]{2,}\s*(?:original message|reply message|urspr[uü]ngliche nachricht|originalnachricht|message d'origine|message original|messaggio originale|mensaje original|mensagem original|oorspronkelijk bericht|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|wiadomość oryginalna|исходное сообщение)\s*[-_*\s]*$/i

export function isForwardMark(line: string): boolean {
  return FORWARD.test(line)
}

const FORWARD =
  /^(?:[-_*\s]{2,}\s*(?:forwarded message|forwarded by .{1,120}|weitergeleitete nachricht|message transf[ée]r[ée]|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht|vidarebefordrat meddelande|videresendt meddelelse|пересылаемое сообщение)\s*[-_*\s]*|begin forwarded message:)$/i

/** "From: …", "Sent: …" and the like, in the main languages. */
export function isHeaderLine(line: string): boolean {
  return line.length < 300 && HEADER.test(line)
}

const HEADER =
  /^\*{0,2}(?:from|sent|to|cc|bcc|date|subject|reply-to|importance|von|gesendet|datum|an|betreff|de|envoyé|date|à|objet|enviado(?: el| em)?|fecha|para|asunto|assunto|da|inviato|data|a|oggetto|risposta|van|verzonden|aan|onderwerp|från|skickat|till|ämne|fra|sendt|til|emne|od|wysłano|do|temat|от|отправлено|дата|кому|тема):\*{0,2}\s*\S/i

const ATTRIBUTION_LINES_MAX = 6
const ATTRIBUTION_LENGTH_MAX = 400 // characters

/**
 * The line after an announcement that begins at line `at` ("On Mon, 1 Feb at 4:58, Ann <a@…> wrote:"), or null.
 * Mail programs break it over several lines.
 */
export function endOfAttribution(line: (at: number) => string, at: number, lines: number): number | null {
  const first = line(at)
  if (first === "" || !mayAnnounce(first)) return null
  let joined = ""
  for (let next = at; next < Math.min(lines, at + ATTRIBUTION_LINES_MAX); next++) {
    joined = `${joined} ${line(next)}`.trim()
    if (joined.length > ATTRIBUTION_LENGTH_MAX) return null
    if (isAnnouncement(joined)) return next + 1
    if (next === at && GMAIL_DATE.test(joined) && line(next + 1) === "") return next + 1
  }
  return null
}

function mayAnnounce(line: string): boolean {
  return (/\d/.test(line) || WROTE.test(line) || line.includes("@")) && (OPENS.test(line) || WROTE.test(line))
}

/** How an announcement opens: "On", its translations, a weekday, a number, or a name before the address. */
const OPENS =
  /^(?:on|am|le|el|il|em|op|den|dnia|no dia|på|ma|w dniu|le|il giorno|em|\d{1,4}[-./ ]|(?:mon|tue|wed|thu|fri|sat|sun|пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье))/iu

const WROTE =
  /(?:^|[\s>)"])(?:wrote|writes|schrieb|a écrit|écrit|escribió|ha scritto|scrisse|escreveu|skrev|schreef|napisał(?:\(a\))?|napisał[ao]|kirjoitti|написал(?:\(а\))?|написала?|писал|пише|пишет|yazdı)(?:$|[\s:(])/iu

const GMAIL_DATE = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} GMT[+-]\d{2}:\d{2} /

/** A time of day, an address, or a full date tells a mail program's line from a person's "He wrote:". */
function isAnnouncement(joined: string): boolean {
  if (!joined.endsWith(":") || !/\d/.test(joined)) return false
  const machineMade = /\d{1,2}[:.h]\d{2}|@|<|\b(?:19|20)\d{2}\b/.test(joined)
  return machineMade && (WROTE.test(joined) || GMAIL_DATE.test(joined))
}
