/** People clicked by hand at a door, and how many its counter made of them meanwhile. */
export type CounterCheck = {
  readonly hand: { readonly in: number; readonly out: number }
  readonly counter: { readonly in: number; readonly out: number }
}

export const counterCheckRules = { least: 500, worstError: 0.03 } as const

export type CounterVerdict = {
  readonly state: 'too-few' | 'good' | 'wrong'
  /** |counter − hand| / hand of the worse direction that was clicked at all; undefined while nobody was. */
  readonly error: number | undefined
}

/**
 * Whether a counter may be believed: 500 passages by hand, and neither direction wrong by more than 3 %. Each direction stands for
 * itself, for one that loses people would else be hidden by one that invents them.
 */
export function checkCounter({ hand, counter }: CounterCheck): CounterVerdict {
  const errors = (['in', 'out'] as const).flatMap((way) =>
    hand[way] === 0 ? (counter[way] === 0 ? [] : [1]) : [Math.abs(counter[way] - hand[way]) / hand[way]],
  )
  const error = errors.length === 0 ? undefined : Math.max(...errors)
  if (hand.in + hand.out < counterCheckRules.least || error === undefined) return { state: 'too-few', error }
  return { state: error <= counterCheckRules.worstError ? 'good' : 'wrong', error }
}
