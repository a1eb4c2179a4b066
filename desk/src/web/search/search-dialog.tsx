/** A place kept. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  return <button type="button" onClick={onClose} />
}
