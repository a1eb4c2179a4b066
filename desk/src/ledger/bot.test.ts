import { expect, test } from "vitest"
import { saysItIsABot } from "./bot.ts"

test.each([
  "I am the shop's bot. A kettle costs €64.",
  "Hello, I'm a chatbot.",
  "I am a program of the shop.",
  "You are talking to an AI.",
  "This is an automated reply.",
  "Written by our AI assistant, read by Ines.",
  "This answer was generated automatically.",
  "I am the shop's automated assistant.",
  "I'm just a machine, and Tom reads along.",
])("“%s” tells the customer that a bot wrote it", (text) => {
  expect(saysItIsABot(text)).toBe(true)
})

test.each([
  "The washing machine is €245.",
  "This is the machine for you: the automatic watch winder.",
  "The robot vacuum comes with its software.",
  "Our loyalty program is free.",
  "I am Ines, and not a bot.",
  "No bot here!",
  "You aren't talking to a chatbot.",
  "An AI camera costs €99.",
])("“%s” does not", (text) => {
  expect(saysItIsABot(text)).toBe(false)
})
