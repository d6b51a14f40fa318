import { fork } from 'node:child_process'
import { drawSphere, writeNode } from './draw-node.ts'
import { drawPicture } from './draw-picture.ts'
import { type Era, nodeNamed } from './nodes.ts'
import { pictures } from './pictures.ts'

/** One piece of work, small enough to be handed to another process. */
export type Job =
  | { readonly draw: 'sphere'; readonly node: string; readonly era: Era; readonly face: number; readonly out: string }
  | { readonly draw: 'outlines'; readonly node: string; readonly out: string }
  | { readonly draw: 'picture'; readonly file: string; readonly out: string }

/** Does a job and says so in a line. */
export async function carriedOut(job: Job): Promise<string> {
  const began = performance.now()
  const bytes = await drawn(job)
  const took = `${((performance.now() - began) / 1000).toFixed(1)} s`
  const size = bytes === undefined ? '' : `${Math.round(bytes / 1024)} KB, `
  const what = job.draw === 'picture' ? job.file : job.draw === 'sphere' ? `${job.node} ${job.era}` : job.node
  return `${what} ${job.draw}: ${size}${took}`
}

async function drawn(job: Job): Promise<number | undefined> {
  switch (job.draw) {
    case 'sphere':
      return drawSphere(nodeNamed(job.node), job.era, job.face, job.out)
    case 'outlines':
      await writeNode(nodeNamed(job.node), job.out)
      return undefined
    case 'picture': {
      const picture = pictures.find((p) => p.file === job.file)
      if (!picture) throw new Error(`There is no picture ${job.file}`)
      return drawPicture(picture, job.out)
    }
  }
}

export type Answer = { readonly line: string } | { readonly problem: string }

/** Carries jobs out in so many processes; `told` hears of each as it is done, in any order. Rejects at the first that fails. */
export async function carryOut(jobs: readonly Job[], processes: number, told: (line: string) => void): Promise<void> {
  const waiting = [...jobs]
  const count = Math.min(processes, waiting.length)
  await Promise.all(Array.from({ length: count }, () => hand(waiting, told)))
}

function hand(waiting: Job[], told: (line: string) => void): Promise<void> {
  return new Promise((done, failed) => {
    const child = fork(new URL('./jobs-process.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
    const next = () => {
      const job = waiting.shift()
      if (job) child.send(job)
      else child.disconnect()
    }
    child.on('message', (answer: Answer) => {
      if ('problem' in answer) {
        waiting.length = 0
        child.disconnect()
        failed(new Error(answer.problem))
        return
      }
      told(answer.line)
      next()
    })
    child.on('exit', (code) => (code === 0 ? done() : failed(new Error(`A drawing process ended with ${code}`))))
    next()
  })
}
