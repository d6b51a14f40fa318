import { type HelmNews, type ShellCall, type ShellContract, shellChannel, shellContract } from '@riverside/contract'
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { z } from 'zod'
import { log } from './log.ts'

/** The shell's answers, one for each word of the contract. */
export type ShellAnswers = {
  readonly [Name in ShellCall]: (
    input: z.output<ShellContract[Name]['input']>,
  ) => Answer<z.input<ShellContract[Name]['output']>>
}

type Answer<Output> = [Output] extends [undefined] ? void | Promise<void> : Output | Promise<Output>

/**
 * Answers the contract's words and no others. A sender that is not our page's top frame is refused, and so is an input the
 * contract does not allow; the page learns only that it was refused.
 */
export function answerShell(ipc: IpcMain, answers: ShellAnswers, isOurs: (event: IpcMainInvokeEvent) => boolean): void {
  ipc.handle(shellChannel.call, async (event, name: unknown, input: unknown) => {
    if (!isOurs(event)) return refuse('stranger', name)
    if (typeof name !== 'string' || !Object.hasOwn(shellContract, name)) return refuse('unknown-word', name)
    const word = name as ShellCall
    const checked = shellContract[word].input.safeParse(input)
    if (!checked.success) return refuse('wrong-input', name)
    const answer = await (answers[word] as (input: unknown) => unknown)(checked.data)
    return shellContract[word].output.parse(answer)
  })
}

function refuse(why: string, name: unknown): never {
  log({ event: 'shell-call-refused', why, name: typeof name === 'string' ? name.slice(0, 40) : typeof name })
  throw new Error('refused')
}

/** Passes on what the helm says. */
export function tellHelm(contents: WebContents, news: HelmNews): void {
  contents.send(shellChannel.helm, news)
}
