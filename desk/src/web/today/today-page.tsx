/** A place kept. */
export function TodayPage() {
  return <main id="main" />
}
