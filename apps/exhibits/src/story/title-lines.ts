/** English titles stand in lines of about a dozen letters. */
export function linesOf(title: string): readonly string[] {
  const lines: string[] = []
  for (const word of title.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < 9) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
