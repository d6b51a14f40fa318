import { HelmNews, type Shell, type ShellCall, shellChannel, shellContract } from '@riverside/contract'
import { contextBridge, ipcRenderer } from 'electron'

type Hear = (news: HelmNews) => void

const hearers = new Set<Hear>()
let helm: HelmNews | undefined

ipcRenderer.on(shellChannel.helm, (_, said: unknown) => {
  const news = HelmNews.safeParse(said)
  if (!news.success) return
  if (news.data.type === 'connected' || news.data.type === 'lost') helm = news.data
  for (const hear of hearers) hear(news.data)
})

const calls = Object.fromEntries(
  Object.keys(shellContract).map((name) => [
    name,
    (input: unknown) => ipcRenderer.invoke(shellChannel.call, name, input),
  ]),
) as { readonly [Name in ShellCall]: Shell[Name] }

const shell: Shell = {
  ...calls,
  onHelm: (hear) => {
    hearers.add(hear)
    // Whoever begins to listen learns at once whether there is a helm.
    if (helm) hear(helm)
    return () => void hearers.delete(hear)
  },
}

contextBridge.exposeInMainWorld('shell', shell)

// Nothing on the screen can be pulled out of the page, and nothing can be let fall into it.
for (const gesture of ['dragstart', 'dragover', 'drop', 'contextmenu']) {
  window.addEventListener(gesture, (event) => event.preventDefault(), { capture: true })
}
