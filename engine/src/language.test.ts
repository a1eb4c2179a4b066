import { expect, test } from "vitest"
import { languageOf } from "./language.ts"

test.each([
  ["en", "Thanks, I will call you tomorrow."],
  ["en", "Will do."],
  ["en", ""],
  ["en", "Dear Mr de la Cruz, your order is on its way."],
  ["de", "Vielen Dank für Ihre Nachricht, wir melden uns morgen bei Ihnen."],
  ["fr", "Bonjour, je vous rappelle demain avec le prix de la lampe."],
  ["es", "Hola, le llamo mañana con el precio de la lámpara."],
  ["it", "Buongiorno, la richiamo domani con il prezzo della lampada."],
  ["nl", "Ik bel u morgen terug met de prijs van de lamp."],
  ["pt", "Olá, ligo para você amanhã com o preço da lâmpada."],
  ["ru", "Здравствуйте, я перезвоню вам завтра."],
  ["ja", "明日お電話いたします。"],
])("knows %s: %s", (language, text) => {
  expect(languageOf(text, [{ start: 0, end: text.length }])).toBe(language)
})
