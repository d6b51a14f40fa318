import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The top folder of the project. */
export const top = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')

/** What is fetched or made for this machine only; not part of the source. */
export const runtimeFolder = join(top, '.runtime')
