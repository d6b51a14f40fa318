/** Hands a text to the browser as a file, byte for byte as the station made it. */
export function saveFile({ name, text }: { readonly name: string; readonly text: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: typeOf(name) }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the bytes by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}

const typeOf = (name: string): string => (name.endsWith('.json') ? 'application/json' : 'text/csv;charset=utf-8')
