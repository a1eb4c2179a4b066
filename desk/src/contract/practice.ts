import { z } from "zod"
import { PRACTICE_KINDS } from "../ledger/practice-case.ts"
import { route } from "./route.ts"
import { done, id, instant, none, text, words } from "./values.ts"

const kind = z
  .enum(PRACTICE_KINDS)
  .describe("What makes it hard: a yes that is not true, a date, something wrong, or the wrong thing to buy")
const verdict = z.enum(["clear", "confirm", "hold"])
const caseKey = z
  .string()
  .min(1)
  .max(60)
  .describe("The key of a case that comes with the desk, or the id of an own one")

export const practiceCase = z.object({
  key: z.string(),
  kind,
  title: z.string(),
  message: z.string(),
  facts: z.array(z.string()).describe("What is true in it; empty for own cases: there the Fact Book holds"),
  isAdded: z.boolean(),
  answered: z.object({ text: z.string(), verdict, tries: z.int(), at: instant }).nullable(),
  points: z.array(z.string()).describe("What to look out for; empty before the first answer"),
  honest: z.string().nullable().describe("One honest answer; null before the first answer"),
})

export const listPracticeCases = route({
  method: "GET",
  path: "/practice-cases",
  summary: "List the cases of the practice desk, with what you have answered; nobody else sees that",
  noun: "Practice",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: z.object({ items: z.array(practiceCase) }),
})

export const createPracticeCase = route({
  method: "POST",
  path: "/practice-cases",
  summary: "Add a case of the team's own; it is answered with the Fact Book's facts",
  noun: "Practice",
  caller: "lead",
  params: none,
  query: none,
  body: z.object({
    kind,
    title: z.string().trim().min(1).max(200),
    message: words.describe("What the customer writes"),
    points: z.array(z.string().trim().min(1).max(300)).min(1).max(8),
    honest: words.optional(),
  }),
  answer: z.object({ id }),
})

export const removePracticeCase = route({
  method: "DELETE",
  path: "/practice-cases/:caseId",
  summary: "Take an own case away, with everybody's answers to it",
  noun: "Practice",
  caller: "lead",
  params: z.object({ caseId: id }),
  query: none,
  body: none,
  answer: done,
})

export const createPracticeAnswer = route({
  method: "POST",
  path: "/practice-answers",
  summary: "Answer a case: reviewed as a message would be, and recorded nowhere but in your own progress",
  noun: "Practice",
  caller: "member",
  params: none,
  query: none,
  body: z.object({ key: caseKey, text }),
  answer: z.object({
    verdict,
    findings: z.array(
      z.object({
        rule: z.string(),
        severity: z.enum(["remark", "confirm", "hold"]),
        words: z.string(),
        why: z.string(),
        instead: z.string().nullable(),
        source: z.string().nullable(),
      }),
    ),
    promises: z.array(z.object({ words: z.string(), until: z.string().nullable() })),
    points: z.array(z.string()),
    honest: z.string().nullable(),
  }),
})

export const forgetPracticeAnswers = route({
  method: "DELETE",
  path: "/practice-answers",
  summary: "Forget what you have answered",
  noun: "Practice",
  caller: "member",
  params: none,
  query: none,
  body: none,
  answer: done,
})
