import { type Envelope, envelopeOf } from '@riverside/story'
import { useEffect, useState } from 'react'

/** Enough for lips: voices are not heard here, only looked at. */
const samplesASecond = 16_000

/** The envelope of a recording, read from its own samples; undefined while it is read, and where it cannot be decoded. */
export function useRecordedEnvelope(address: string | undefined): Envelope | undefined {
  const [read, setRead] = useState<{ readonly of: string; readonly envelope: Envelope } | undefined>(undefined)
  useEffect(() => {
    if (address === undefined) return
    const ended = new AbortController()
    envelopeAt(address, ended.signal).then(
      (envelope) => setRead({ of: address, envelope }),
      // Without it she speaks by her words.
      () => {},
    )
    return () => ended.abort()
  }, [address])
  return read !== undefined && read.of === address ? read.envelope : undefined
}

async function envelopeAt(address: string, signal: AbortSignal): Promise<Envelope> {
  const answer = await fetch(address, { signal })
  if (!answer.ok) throw new Error(`No recording at ${address}`)
  const decoder = new OfflineAudioContext(1, 1, samplesASecond)
  const sound = await decoder.decodeAudioData(await answer.arrayBuffer())
  signal.throwIfAborted()
  return envelopeOf(sound.getChannelData(0), sound.sampleRate)
}
