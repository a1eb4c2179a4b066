import { Navigate, useLocation } from "@tanstack/react-router"

/** Nobody is signed in (any more): sign in, then come back to this page. */
export function SignInAgain() {
  const { pathname } = useLocation()
  return <Navigate to="/sign-in" search={{ back: pathname }} />
}
