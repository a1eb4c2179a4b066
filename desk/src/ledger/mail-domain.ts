/** Who has an address there says nothing about where they work. The most used; one that is missing is only suggested wrongly. */
const FREE_MAIL = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com hotmail.co.uk hotmail.fr hotmail.de live.com live.co.uk msn.com yahoo.com
  yahoo.co.uk yahoo.de yahoo.fr ymail.com icloud.com me.com mac.com aol.com proton.me protonmail.com pm.me gmx.de gmx.net gmx.at
  gmx.ch gmx.com web.de t-online.de freenet.de posteo.de mailbox.org fastmail.com hey.com zoho.com mail.com mail.ru yandex.ru
  yandex.com qq.com 163.com 126.com naver.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it alice.it
  seznam.cz wp.pl onet.pl interia.pl o2.pl btinternet.com sky.com virginmedia.com talktalk.net ntlworld.com bigpond.com
  optusnet.com.au shaw.ca rogers.com comcast.net verizon.net att.net sbcglobal.net cox.net bluewin.ch telenet.be ziggo.nl
  planet.nl kpnmail.nl tuta.com tutanota.com`.split(/\s+/),
)

/** The domain of a mail address in lower case; null for a mail service that anybody may use, and for what is no address. */
export function companyDomainOf(address: string): string | null {
  const domain = address.trim().toLowerCase().split("@").at(1) ?? ""
  return isCompanyDomain(domain) ? domain : null
}

/** Whether it is a domain that can be a company's. */
export function isCompanyDomain(domain: string): boolean {
  return /^[^\s@.]+(\.[^\s@.]+)+$/.test(domain) && !FREE_MAIL.has(domain)
}
