import { expect, test } from "vitest"
import { isAboutPerson, namesWholly, partsToFind } from "./about-person.ts"

const rosa = { names: ["Rosa Quetzal"], mails: ["rosa@quetzal.example"] }
const price = { names: ["Price"], mails: [] }

test("A part of a name may mean somebody; the whole name or an address means them", () => {
  expect(isAboutPerson("Quetzal, urgent", rosa)).toBe(true)
  expect(namesWholly("Quetzal, urgent", rosa)).toBe(false)
  expect(namesWholly("quetzal-rosa", rosa)).toBe(true)
  expect(namesWholly("mails of rosa@quetzal.example", rosa)).toBe(true)
  expect(isAboutPerson("Quetzals of the south", rosa)).toBe(false)
})

test("A name of one word is a word like others, also where it stands alone: a team's tag is not lost with a customer", () => {
  expect(namesWholly("Price", price)).toBe(false)
  expect(namesWholly("Price list", price)).toBe(false)
  expect(isAboutPerson("Price list", price)).toBe(true)
})

test("Somebody without a name is named by nothing", () => {
  expect(namesWholly("Open", { names: ["", "Jo"], mails: [""] })).toBe(false)
  expect(partsToFind({ names: ["Jo Özdemir"], mails: ["jo@x.example", ""] })).toEqual([
    "Özdemir",
    "özdemir",
    "jo@x.example",
  ])
})
