import { HelmReader } from './helm-reader.ts'

/** Runs in a process of its own, so that a serial driver that hangs or crashes takes nothing with it. */
const path = process.argv[2]
if (path === undefined) throw new Error('The path of the serial device is missing.')

new HelmReader(path, (news) => process.parentPort.postMessage(news)).open()
