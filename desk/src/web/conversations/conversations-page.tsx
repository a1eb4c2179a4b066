/** A place kept. */
export function ConversationsPage() {
  return <main id="main" />
}
