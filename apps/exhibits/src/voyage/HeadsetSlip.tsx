import type { Language } from '@riverside/kit'
import { Slip } from '@riverside/ui'
import { useSyncExternalStore } from 'react'
import type { Headset } from './headset.ts'
import { say } from './words.ts'

/** Into the headset and out of it again; nothing where there is none. */
export function HeadsetSlip({ headset, language }: { readonly headset: Headset; readonly language: Language }) {
  const standing = useSyncExternalStore(headset.subscribe, () => headset.standing)
  if (standing === 'none') return null
  const isWorn = standing === 'worn'
  return (
    <Slip
      tone="paper"
      name="headset"
      word={isWorn ? say[language].headsetOff : say[language].headsetOn}
      onPress={() => void (isWorn ? headset.leave() : headset.enter())}
    />
  )
}
