import { expect, test } from "vitest"
import { chooseFile, runOf } from "./import-run.ts"

const fileOf = (name: string) => new File(["name,mail\nRosa,rosa@example.com\n"], name)

test("A chosen file is shown to who chose it, where they did, and to nobody else who comes to this tab", async () => {
  await chooseFile(fileOf("customers.csv"), "Ines in the shop")
  expect(runOf("Ines in the shop")).toMatchObject({ phase: "chosen", file: { name: "customers.csv", total: 1 } })
  expect(runOf("Ines in the workshop")).toEqual({ phase: "none" })
})

test("A file that is still being read does not take the place of the one that was chosen after it", async () => {
  const first = chooseFile(fileOf("first.csv"), "Ines in the shop")
  const second = chooseFile(fileOf("second.csv"), "Ines in the workshop")
  await Promise.all([second, first])
  expect(runOf("Ines in the workshop")).toMatchObject({ phase: "chosen", file: { name: "second.csv" } })
})
