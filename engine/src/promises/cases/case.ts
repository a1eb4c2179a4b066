/** What is expected ("kind actor due words", or "none") of a sentence. Our own examples. */
export type Case = readonly [expected: string, text: string]
