/** Everything one owner must give back, given back in reverse order of taking. */
export class Lifetime implements Disposable {
  #endings: Array<() => void> = []

  own<T>(thing: T, end: (thing: T) => void): T {
    this.#endings.push(() => end(thing))
    return thing
  }

  /** For what is begun rather than made: a listener, a timer, a lock. */
  onEnd(end: () => void): void {
    this.#endings.push(end)
  }

  [Symbol.dispose](): void {
    const failures: unknown[] = []
    for (let end = this.#endings.pop(); end; end = this.#endings.pop()) {
      try {
        end()
      } catch (failure) {
        failures.push(failure)
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Could not let go of everything')
  }
}
