import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { look } from './look.ts'

const { values } = parseArgs({ options: { out: { type: 'string', default: 'look' }, only: { type: 'string' } } })
const out = resolve(values.out)
mkdirSync(out, { recursive: true })
const pictures = await look({ out, only: values.only, say: (name) => console.log(join(values.out, name)) })
console.log(`${pictures.length} pictures in ${values.out}`)
