import type { Words } from '@riverside/kit'

/** One thing the import has to say of a picture it takes. */
export type Remark = {
  readonly about:
    | 'name'
    | 'colour'
    | 'depth'
    | 'transparency'
    | 'turned'
    | 'camera'
    | 'size'
    | 'seam'
    | 'horizon'
    | 'exposure'
    | 'zenith'
    | 'nadir'
  /** `note`: changed on the way. `hint`: look at it, and perhaps mend it. */
  readonly tone: 'good' | 'note' | 'hint'
  readonly says: Words
  readonly remedy?: Words
}
