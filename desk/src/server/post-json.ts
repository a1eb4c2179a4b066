type Posted = { readonly kind: "accepted" } | { readonly kind: "later"; readonly words: string }

const ANSWER_MS_MAX = 15_000 // who takes longer is asked again later

/** Posts JSON to an address that the operator named; redirects are not followed. What came of it is a value. */
export async function postJson(url: string, body: unknown, idempotencyKey: string): Promise<Posted> {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": idempotencyKey },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    })
    await answer.body?.cancel()
    return answer.ok ? { kind: "accepted" } : { kind: "later", words: `It answered ${answer.status}.` }
  } catch (error) {
    return { kind: "later", words: error instanceof Error ? error.message : "It could not be reached." }
  }
}
