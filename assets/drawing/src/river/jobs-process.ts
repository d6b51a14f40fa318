import { type Answer, carriedOut, type Job } from './jobs.ts'

/** Carries out the jobs its parent sends, one at a time, until the parent lets go. */
process.on('message', async (job: Job) => {
  const answer: Answer = await carriedOut(job).then(
    (line) => ({ line }),
    (problem: unknown) => ({
      problem: problem instanceof Error ? (problem.stack ?? problem.message) : String(problem),
    }),
  )
  process.send?.(answer)
})
