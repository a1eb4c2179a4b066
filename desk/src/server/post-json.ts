import { type Posted, post } from "./post.ts"

/** Posts JSON to an address that the operator named, wherever it is. What came of it is a value. */
export function postJson(url: string, body: unknown, idempotencyKey: string): Promise<Posted> {
  const headers = { "content-type": "application/json", "idempotency-key": idempotencyKey }
  return post(url, { body: JSON.stringify(body), headers }, { privateToo: true })
}
