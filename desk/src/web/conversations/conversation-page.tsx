/** A place kept. */
export function ConversationPage() {
  return <main id="main" />
}
