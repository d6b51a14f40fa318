/** The branch that cannot be reached: the compiler refuses it while a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`A case was forgotten: ${JSON.stringify(value)}`)
}
