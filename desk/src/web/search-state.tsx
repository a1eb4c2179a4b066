import { type ReactNode, createContext, lazy, Suspense, useContext, useMemo, useState } from "react"

const SearchDialog = lazy(() => import("./search/search-dialog.tsx").then((file) => ({ default: file.SearchDialog })))

const SearchContext = createContext<{ readonly open: () => void }>({ open: () => {} })

export function useSearchDialog() {
  return useContext(SearchContext)
}

/** The search over everything, opened from anywhere. */
export function SearchProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false)
  const state = useMemo(() => ({ open: () => setShown(true) }), [])
  return (
    <SearchContext value={state}>
      {children}
      {shown && (
        <Suspense>
          <SearchDialog onClose={() => setShown(false)} />
        </Suspense>
      )}
    </SearchContext>
  )
}
