import { spawn } from 'node:child_process'

/** Runs a program to its end and gives what it printed. Throws with its last words if it fails or takes too long. */
export function run(
  program: string,
  args: readonly string[],
  { cwd, env, timeout }: { cwd?: string; env?: NodeJS.ProcessEnv; timeout?: number } = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
      ...(timeout === undefined ? {} : { timeout }),
    })
    let out = ''
    let complaint = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      complaint = `${complaint}${chunk}`.slice(-2000)
    })
    child.on('error', reject)
    child.on('close', (code, signal) => {
      if (code === 0) resolve(out)
      else reject(new Error(`${program} ${args[0] ?? ''} ended with ${code ?? signal}: ${complaint.trim()}`))
    })
  })
}
