import { randomBytes, randomInt } from 'node:crypto'
import type { Pack } from '@riverside/content'
import type { GroupView, Pairing, StationEvent } from '@riverside/contract'
import { type Clock, fail, type Language, ok, parseJson, type Result } from '@riverside/kit'
import {
  Group,
  type GroupCommand,
  groupBegins,
  lineOnward,
  nextGroup,
  type Programme,
  pagesOfItem,
  type RunList,
} from '@riverside/story'
import { z } from 'zod'
import { sameSecret } from '../staff/staff.ts'
import type { Store } from '../store/store.ts'
import { GuessLimit } from '../takeaway/guess-limit.ts'
import type { Receptions } from './receptions.ts'

/**
 * Milliseconds the six figures are good, wrong ones they bear, the silence of a phone after which the screen leads again (longer than a phone in a
 * pocket takes to fall asleep), and the silence after which a group has left without a word.
 */
const rules = { digitsLast: 5 * 60_000, wrongInAll: 10, phoneGone: 2 * 60_000, leftAfter: 30 * 60_000 } as const

/** What outlives a restart: without it a power cut in the middle of a programme would lose the reception. */
const Kept = z.strictObject({
  group: Group,
  began: z.number().int(),
  lastLed: z.number().int(),
  shown: z.array(z.number().int().nonnegative()),
})
type Kept = z.infer<typeof Kept>
const setting = 'group'

export type GroupNeeds = {
  readonly store: Store
  readonly receptions: Receptions
  readonly pack: () => Pack
  readonly clock: Clock
  readonly announce: (event: StationEvent) => void
  /** `host:port` of this machine on the station's network, where it has one. */
  readonly lanHost: () => string | undefined
}

/** The one guided group of a station: kept here, so that a phone or a screen that goes takes nothing with it. */
export class GroupDesk implements Disposable {
  readonly #needs: GroupNeeds
  readonly #guesses: GuessLimit
  readonly #beat: NodeJS.Timeout
  #kept: Kept | undefined
  #pairing: (Omit<Pairing, 'link'> & { wrong: number }) | undefined
  #key: string | undefined
  /** When the guide's phone last asked anything, by the stopwatch. */
  #heardAt = 0
  #wasLed = false
  #lineSince = 0
  /** When it was last led, by the stopwatch: a calendar that is set right sends no group away. */
  #ledAt = 0

  constructor(needs: GroupNeeds) {
    this.#needs = needs
    this.#guesses = new GuessLimit(needs.clock)
    const found = Kept.safeParse(parseJson(needs.store.readSetting(setting) ?? ''))
    if (found.success && this.#runList(found.data.group.programme) !== undefined) {
      this.#kept = found.data
      this.#ledAt = needs.clock.elapsed() - Math.max(0, needs.clock.now() - found.data.lastLed)
      this.#lineSince = needs.clock.elapsed()
      this.tick()
    }
    this.#beat = setInterval(() => this.tick(), 200)
    this.#beat.unref()
  }

  view(): GroupView {
    return { group: this.#kept?.group ?? null, pairing: this.#offered(), paired: this.isLed() }
  }

  /** Begins with the pack's first programme, or goes on with the group that is there; figures are offered either way. */
  open(): Result<GroupView, 'no-programme'> {
    const [programme] = this.#needs.pack().programmes
    if (!programme) return fail('no-programme')
    const now = this.#needs.clock.now()
    this.#kept ??= { group: groupBegins(programme.id), began: now, lastLed: now, shown: [0] }
    this.#offer()
    this.#changed()
    return ok(this.view())
  }

  pairAgain(): Result<GroupView, 'no-group'> {
    if (!this.#kept) return fail('no-group')
    this.#offer()
    this.#changed()
    return ok(this.view())
  }

  /** The right figures, once: the phone that brings them leads from then on, and the one before it no longer. */
  pair(digits: string, client: string): Result<{ readonly key: string }, 'wrong-digits' | 'too-many'> {
    if (this.#guesses.isShut(client)) return fail('too-many')
    const pairing = this.#offered() === null ? undefined : this.#pairing
    if (!pairing || !sameSecret(pairing.digits, digits)) {
      this.#guesses.wrong(client)
      if (pairing) pairing.wrong += 1
      if (pairing && pairing.wrong >= rules.wrongInAll) {
        this.#pairing = undefined
        this.#changed()
      }
      return fail('wrong-digits')
    }
    this.#pairing = undefined
    this.#key = randomBytes(16).toString('base64url')
    this.#heardAt = this.#needs.clock.elapsed()
    this.#changed()
    return ok({ key: this.#key })
  }

  /** True for the guide's phone, which by this has been heard of. */
  hears(key: string | undefined): boolean {
    if (key === undefined || this.#key === undefined || !sameSecret(this.#key, key)) return false
    this.#heardAt = this.#needs.clock.elapsed()
    if (!this.#wasLed) this.#changed()
    return true
  }

  /** True while the guide's phone is heard of. */
  isLed(): boolean {
    return this.#key !== undefined && this.#needs.clock.elapsed() - this.#heardAt < rules.phoneGone
  }

  lead(command: GroupCommand): Result<GroupView, 'no-group'> {
    const kept = this.#kept
    if (!kept) return fail('no-group')
    const group = nextGroup(kept.group, command, (id) => this.#runList(id))
    const began = group.running && (!kept.group.running || group.page !== kept.group.page || command.type === 'pace')
    if (began) this.#lineSince = this.#needs.clock.elapsed()
    this.#keep({ ...kept, group, lastLed: this.#needs.clock.now(), shown: shownWith(kept, group) })
    return ok(this.view())
  }

  /** Writes the reception down and forgets the group and its phone. */
  end(): Result<undefined, 'no-group'> {
    if (!this.#kept) return fail('no-group')
    this.#leave(this.#kept, this.#needs.clock.now())
    return ok(undefined)
  }

  /** What passes by itself: the lines of a running oath, figures that grew old, a group that went without a word. */
  tick(): void {
    const { clock } = this.#needs
    const kept = this.#kept
    if (!kept) return
    if (this.#wasLed && !this.isLed()) this.#changed()
    if (clock.elapsed() - this.#ledAt >= rules.leftAfter) {
      this.#leave(kept, kept.lastLed)
      return
    }
    if (this.#pairing && this.#pairing.until <= clock.now()) {
      this.#pairing = undefined
      this.#changed()
    }
    if (!kept.group.running || clock.elapsed() - this.#lineSince < kept.group.pace * 1000) return
    this.#lineSince = clock.elapsed()
    this.#keep({ ...kept, group: lineOnward(kept.group, (id) => this.#runList(id)), lastLed: clock.now() })
  }

  /** The words on the screen, in one language, for the guide's hand. */
  pageText(language: Language): string {
    const { item, page } = this.#kept?.group ?? { item: 0, page: 0 }
    const shown = this.#programme()?.items[item]
    switch (shown?.kind) {
      case 'words':
        return shown.words[language]
      case 'story':
        return this.#storyOf(shown.story)?.chapters[page]?.caption[language] ?? ''
      case 'oath':
        return page === 0 ? shown.title[language] : (shown.lines[page - 1]?.[language] ?? '')
      default:
        return ''
    }
  }

  [Symbol.dispose](): void {
    clearInterval(this.#beat)
  }

  #leave(kept: Kept, when: number): void {
    const title = this.#programme()?.title ?? { zh: kept.group.programme, en: kept.group.programme }
    this.#needs.store.inOneGo(() => {
      this.#needs.receptions.add({
        began: inShanghai(kept.began),
        ended: inShanghai(when),
        programme: kept.group.programme,
        title,
        people: kept.group.size,
        items: kept.shown.length,
      })
      this.#needs.store.writeSetting(setting, '')
    })
    this.#kept = undefined
    this.#pairing = undefined
    this.#key = undefined
    this.#changed()
  }

  #keep(kept: Kept): void {
    this.#ledAt = this.#needs.clock.elapsed()
    const before = JSON.stringify(this.#kept?.group)
    this.#kept = kept
    this.#needs.store.writeSetting(setting, JSON.stringify(kept))
    if (JSON.stringify(kept.group) !== before) this.#changed()
  }

  #offer(): void {
    if (this.#kept) this.#keep({ ...this.#kept, lastLed: this.#needs.clock.now() })
    this.#pairing = {
      digits: String(randomInt(1_000_000)).padStart(6, '0'),
      until: this.#needs.clock.now() + rules.digitsLast,
      wrong: 0,
    }
  }

  #offered(): Pairing | null {
    const pairing = this.#pairing
    if (!pairing || pairing.until <= this.#needs.clock.now()) return null
    const host = this.#needs.lanHost()
    const { digits, until } = pairing
    return host === undefined ? { digits, until } : { digits, until, link: `http://${host}/g` }
  }

  #changed(): void {
    this.#wasLed = this.isLed()
    this.#needs.announce({ type: 'group-changed', view: this.view() })
  }

  #programme(): Programme | undefined {
    const id = this.#kept?.group.programme
    return this.#needs.pack().programmes.find((each) => each.id === id)
  }

  #storyOf(id: string) {
    return this.#needs.pack().stories.find((story) => story.id === id)
  }

  readonly #runList: RunList = (id) => {
    const { programmes, stories } = this.#needs.pack()
    return programmes.find((each) => each.id === id)?.items.map((item) => pagesOfItem(item, stories))
  }
}

const shownWith = ({ shown, group: before }: Kept, group: Group): number[] => {
  if (group.programme !== before.programme) return [group.item]
  return shown.includes(group.item) ? shown : [...shown, group.item]
}

/** Shanghai is eight hours ahead of UTC all year. */
const inShanghai = (instant: number): string => `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
