/**
 * What phones of some years ago do not have yet and the card's composition asks for. Syntax is brought down to 2017 by the build;
 * these are the few methods that came later.
 */
type Has = { [method: string]: unknown }

function give(to: object, name: string, method: (this: never, ...given: never[]) => unknown): void {
  if (!(name in to)) Object.defineProperty(to, name, { value: method, configurable: true, writable: true })
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  return this[index < 0 ? this.length + index : index]
}

give(Array.prototype, 'at', at)
give(String.prototype, 'at', at)
give(Object.getPrototypeOf(Uint8Array.prototype), 'at', at)
give(Array.prototype, 'flat', function flat(this: unknown[]) {
  return ([] as unknown[]).concat(...this)
})
give(Array.prototype, 'flatMap', function flatMap(this: unknown[], each: (one: unknown, at: number) => unknown) {
  return ([] as unknown[]).concat(...this.map(each))
})
give(Object, 'fromEntries', (entries: Iterable<readonly [string, unknown]>) => {
  const whole: Has = {}
  for (const [name, value] of entries) whole[name] = value
  return whole
})
