export { faultsOf, type PackFault } from './fault.ts'
export { Pack, PackCover, packFormat } from './pack.ts'
export { type PackFiles, readPack } from './read-pack.ts'
export { sceneOfView, type TakenScene, type TakenViewProblem } from './taken-view.ts'
