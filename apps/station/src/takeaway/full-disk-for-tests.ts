import { KeptCards, keepingRules } from './kept-cards.ts'

/** Keeps three cards in the folder it is given and says what became of each: run where the shell lets no file grow beyond a limit. */
const [folder = '', bytes = ''] = process.argv.slice(2)
const kept = new KeptCards(folder, { now: () => 1_700_000_000_000, elapsed: () => 0 }, { ...keepingRules, leaves: 0 })
const outcomes = ['small', 'large', 'small'].map((size) => {
  const sealed = new Uint8Array(size === 'small' ? 1000 : Number(bytes)).fill(7)
  const id = kept.keep(sealed, 1_700_000_000_000 + keepingRules.life)
  return id.ok ? 'kept' : id.error
})
console.log(JSON.stringify(outcomes))
