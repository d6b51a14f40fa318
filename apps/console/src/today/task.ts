import type { Words } from '@riverside/kit'

/** Something that waits for a pair of hands. The title is what to do; the steps are short enough to do while reading. */
export type Task = {
  readonly id: string
  readonly title: Words
  readonly steps: readonly Words[]
  /** What it means for visitors meanwhile. */
  readonly meanwhile: Words
  /** True where it ends with paper in the printer: how many sheets is asked then. */
  readonly asksForSheets?: boolean
}
