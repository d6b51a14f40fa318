import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Language } from '@riverside/kit'
import { NoSynthesiser, speakPack } from './placeholder-voices.ts'

const usage = `回首滨江: placeholder voices for the stories of a pack, spoken by espeak-ng and kept as opus.

  npm run story -- voices --pack <folder> [--language zh or en] [--out <folder>]

They are marked as placeholders in the pack, and the screen says that a voice is synthetic while it speaks. A chapter that a person has recorded
is left as it is. With --out the pack is copied there first and the folder itself is not changed.
`

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { pack: { type: 'string' }, language: { type: 'string' }, out: { type: 'string' } },
  })
  const language = Language.optional().safeParse(values.language)
  if (positionals[0] !== 'voices' || values.pack === undefined || !language.success) {
    console.error(usage)
    process.exitCode = 2
    return
  }
  const spoken = await speakPack({
    pack: resolve(values.pack),
    languages: language.data === undefined ? Language.options : [language.data],
    out: values.out === undefined ? undefined : resolve(values.out),
    say: (line) => console.log(line),
  })
  const [seconds, bytes] = [
    spoken.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000,
    spoken.reduce((sum, voice) => sum + voice.bytes, 0),
  ]
  console.log(`${spoken.length} voices, ${seconds.toFixed(0)} s, ${(bytes / 1e6).toFixed(2)} MB`)
}

try {
  await main()
} catch (failure) {
  if (!(failure instanceof NoSynthesiser)) throw failure
  console.error(failure.message)
  process.exitCode = 1
}
