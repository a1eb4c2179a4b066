import { QueryClientProvider } from "@tanstack/react-query"
import { RouterProvider } from "@tanstack/react-router"
import { StrictMode, useState } from "react"
import { createRoot } from "react-dom/client"
import { DraftsProvider } from "./conversations/draft/drafts.tsx"
import { type Edge, EdgeProvider } from "./edge.tsx"
import { newQueryClient } from "./queries.ts"
import { router } from "./routes.tsx"
import { KeysProvider } from "./ui/keys.tsx"
import { ToastProvider } from "./ui/toast.tsx"

/** Draws the app into an element of the page. */
export function drawApp(place: HTMLElement, edge: Edge): void {
  createRoot(place).render(
    <StrictMode>
      <App edge={edge} />
    </StrictMode>,
  )
}

function App({ edge }: { edge: Edge }) {
  const [client] = useState(newQueryClient)
  return (
    <EdgeProvider value={edge}>
      <QueryClientProvider client={client}>
        <KeysProvider>
          <ToastProvider>
            <DraftsProvider>
              <RouterProvider router={router} />
            </DraftsProvider>
          </ToastProvider>
        </KeysProvider>
      </QueryClientProvider>
    </EdgeProvider>
  )
}
