import { type ChildProcess, spawn } from 'node:child_process'

/** A display in memory (Xvfb): whoever opens one has it to himself, and keys sent to it reach nobody else. */
export type Display = { readonly name: string; close(): Promise<void> }

export async function openDisplay(size = '1920x1080'): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const name = await displayName(server)
  return {
    name,
    close: () =>
      new Promise((closed) => {
        server.once('exit', () => closed())
        server.kill()
      }),
  }
}

function displayName(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', () => reject(new Error('Xvfb ended before it was there')))
    server.stdio[3]?.once('data', (number: Buffer) => resolve(`:${String(number).trim()}`))
  })
}
