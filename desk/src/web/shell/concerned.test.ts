import { expect, test } from "vitest"
import { readConversation } from "../../contract/conversations.ts"
import { readDraft } from "../../contract/drafts.ts"
import { readFactBook } from "../../contract/fact-book.ts"
import { keyOf } from "../queries.ts"
import { concernedBy } from "./concerned.ts"

const at = (conversationId: string) => ({ params: { conversationId } })
const draft = keyOf("shop", readDraft, at("one"))
const conversation = keyOf("shop", readConversation, at("one"))

test("What somebody types has only that draft fetched again", () => {
  const concerned = concernedBy([{ kind: "draft", id: "one" }])
  expect(concerned(draft)).toBe(true)
  expect(concerned(keyOf("shop", readDraft, at("two")))).toBe(false)
  expect(concerned(conversation)).toBe(false)
})

test("Anything else has what is on the screen fetched again, the Fact Book only when it changed itself", () => {
  const book = keyOf("shop", readFactBook, {})
  const message = concernedBy([
    { kind: "draft", id: "two" },
    { kind: "message", id: "m" },
  ])
  expect([message(draft), message(conversation), message(book)]).toEqual([true, true, false])
  expect(concernedBy([{ kind: "fact", id: "f" }])(book)).toBe(true)
})
