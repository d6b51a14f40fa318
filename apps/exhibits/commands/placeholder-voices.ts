import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Language } from '@riverside/kit'
import { type Chapter, Story, timelineOf } from '@riverside/story'

const run = promisify(execFile)

/** A program that is needed is not on this machine; the message says how to get it. */
export class NoSynthesiser extends Error {}

export type SpokenVoice = { readonly file: string; readonly milliseconds: number; readonly bytes: number }

/** What espeak-ng is asked for: its voice of a language, and its words a minute. */
const voices = { zh: { voice: 'cmn', pace: 150 }, en: { voice: 'en-gb', pace: 145 } } as const

/** Milliseconds of quiet after a clause and after a sentence. */
const breath = { clause: 220, sentence: 480 } as const

/**
 * Speaks every chapter of every story of a pack folder that no person has recorded, clause by clause, so that it is known when each begins;
 * writes the sounds as opus beside the prints, and into the stories that they are placeholders.
 * @returns What was spoken, in the order of the stories.
 */
export async function speakPack({
  pack,
  languages,
  out,
  say,
}: {
  readonly pack: string
  readonly languages: readonly Language[]
  /** Where the pack is copied first; without it the folder itself is changed. */
  readonly out: string | undefined
  readonly say: (line: string) => void
}): Promise<readonly SpokenVoice[]> {
  if (out !== undefined) await cp(pack, out, { recursive: true })
  const folder = out ?? pack
  const spoken: SpokenVoice[] = []
  const names = (await readdir(join(folder, 'stories'))).filter((name) => name.endsWith('.json')).toSorted()
  for (const name of names) {
    const file = join(folder, 'stories', name)
    // What the file says is kept as it is written; the schema alone would fill in what it leaves out.
    const written = JSON.parse(await readFile(file, 'utf8')) as { chapters: { voice: Record<string, unknown> }[] }
    const story = Story.parse(written)
    for (const [at, chapter] of story.chapters.entries()) {
      for (const language of languages) {
        const kept = chapter.voice[language]
        if (kept && !kept.placeholder) continue
        const media = `media/stories/${story.id}/${chapter.id}-${language}.opus`
        const { starts, ...voice } = await speakChapter(chapter, language, join(folder, media))
        const into = written.chapters[at]
        if (into) into.voice[language] = { media, placeholder: true, starts }
        spoken.push(voice)
        say(`${media}: ${(voice.milliseconds / 1000).toFixed(1)} s, ${(voice.bytes / 1000).toFixed(0)} kB`)
      }
    }
    await writeFile(file, `${JSON.stringify(written, null, 2)}\n`)
  }
  return spoken
}

async function speakChapter(
  chapter: Chapter,
  language: Language,
  file: string,
): Promise<SpokenVoice & { readonly starts: readonly number[] }> {
  const room = await mkdtemp(join(tmpdir(), 'voice-'))
  try {
    const clauses = timelineOf(chapter.caption[language], language)
    const sounds: Pcm[] = []
    const starts: number[] = []
    for (const { text } of clauses) {
      starts.push(Math.round(lengthOf(sounds)))
      const sound = trimmed(await pcmOf(text, language, join(room, 'clause.wav')))
      sounds.push(sound, quiet(sound.rate, /[。？！.?!]["”’)）]*\s*$/u.test(text) ? breath.sentence : breath.clause))
    }
    const whole = join(room, 'whole.wav')
    await writeFile(whole, wavOf(sounds))
    await mkdir(dirname(file), { recursive: true })
    await tried('ffmpeg', [
      ...['-y', '-loglevel', 'error', '-i', whole],
      ...['-af', 'loudnorm=I=-18:TP=-2', '-ar', '48000', '-c:a', 'libopus', '-b:a', '24k', '-application', 'voip'],
      ...['-metadata', 'comment=placeholder spoken by espeak-ng', file],
    ])
    return { file, starts, milliseconds: lengthOf(sounds), bytes: (await stat(file)).size }
  } finally {
    await rm(room, { recursive: true, force: true })
  }
}

/** Sound of one channel, 16 bits a sample. */
type Pcm = { readonly rate: number; readonly samples: Int16Array }

async function pcmOf(text: string, language: Language, file: string): Promise<Pcm> {
  const { voice, pace } = voices[language]
  await tried('espeak-ng', ['-v', voice, '-s', `${pace}`, '-w', file, '--', text])
  const bytes = await readFile(file)
  const rate = bytes.readUInt32LE(24)
  const data = bytes.indexOf('data') + 8
  const samples = new Int16Array(Math.floor((bytes.length - data) / 2))
  for (const at of samples.keys()) samples[at] = bytes.readInt16LE(data + at * 2)
  return { rate, samples }
}

/** Without the silence the synthesiser puts round a text, so that a clause begins when it is said to. */
function trimmed({ rate, samples }: Pcm): Pcm {
  const isHeard = (sample: number) => Math.abs(sample) > 260
  const first = samples.findIndex(isHeard)
  const last = samples.findLastIndex(isHeard)
  return first < 0 ? { rate, samples } : { rate, samples: samples.slice(first, last + 1) }
}

const quiet = (rate: number, milliseconds: number): Pcm => ({
  rate,
  samples: new Int16Array(Math.round((rate * milliseconds) / 1000)),
})

/** Milliseconds. */
const lengthOf = (sounds: readonly Pcm[]): number =>
  sounds.reduce((sum, { rate, samples }) => sum + (samples.length / rate) * 1000, 0)

function wavOf(sounds: readonly Pcm[]): Buffer {
  const rate = sounds[0]?.rate ?? 22_050
  const length = sounds.reduce((sum, { samples }) => sum + samples.length * 2, 0)
  const head = Buffer.alloc(44)
  head.write('RIFF')
  head.writeUInt32LE(36 + length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(rate, 24)
  head.writeUInt32LE(rate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(length, 40)
  return Buffer.concat([
    head,
    ...sounds.map(({ samples }) => Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)),
  ])
}

async function tried(program: 'espeak-ng' | 'ffmpeg', options: readonly string[]): Promise<void> {
  try {
    await run(program, [...options])
  } catch (failure) {
    if ((failure as { code?: unknown }).code !== 'ENOENT') throw failure
    throw new NoSynthesiser(`${program} is not on this machine: apt-get install ${program}`)
  }
}
