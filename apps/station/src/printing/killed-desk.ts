import { readFileSync } from 'node:fs'
import { openStore } from '../store/store.ts'
import { cupsPrinter } from './cups-printer.ts'
import { paperTray } from './paper-tray.ts'
import { PrintDesk, printRules } from './print-desk.ts'
import { printTickets } from './print-tickets.ts'

/**
 * A process that hands one card to the print service, says so, and goes on until it is killed. Started by the tests with the folder of
 * the database, the port of the service, the queue, the mark of the request and the sheet.
 */
const [folder = '', port = '', queue = '', once = '', sheet = ''] = process.argv.slice(2)
const opened = openStore(folder)
if (!opened.ok) throw new Error(opened.error.code)
const clock = { now: Date.now, elapsed: () => performance.now() }
const desk = new PrintDesk({
  printer: cupsPrinter({ queue, server: { host: 'localhost', port: Number(port) } }),
  tickets: printTickets(opened.value, clock),
  tray: paperTray(opened.value, clock, 10),
  clock,
  announce: () => {},
  rules: printRules,
})
const sent = await desk.print({ once, of: 'card' }, async () => readFileSync(sheet))
process.stdout.write(`${sent.ok ? sent.value.ticket : sent.error}\n`)
setInterval(() => {}, 1000)
