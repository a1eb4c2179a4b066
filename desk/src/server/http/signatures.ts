import * as contract from "../../contract/signatures.ts"
import { changeSignature, readSignatures } from "../verbs/signatures.ts"
import { type Door, serveMember } from "./serve.ts"

export function serveSignatures(door: Door): void {
  serveMember(door, contract.readSignatures, ({ desk, actor }) => readSignatures(desk, actor))
  serveMember(door, contract.writeSignature, async ({ desk, actor, body }) => {
    await changeSignature(desk, actor, body)
    return readSignatures(desk, actor)
  })
}
