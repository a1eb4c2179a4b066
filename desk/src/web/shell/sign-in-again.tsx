import { useNavigate } from "@tanstack/react-router"
import { useEffect, useState } from "react"

/** Nobody is signed in (any more): sign in, then come back to the page that was open when that was found out. */
export function SignInAgain() {
  const navigate = useNavigate()
  const [back] = useState(() => `${location.pathname}${location.search}`)
  useEffect(() => {
    void navigate({ to: "/sign-in", search: { back }, replace: true })
  }, [navigate, back])
  return null
}
