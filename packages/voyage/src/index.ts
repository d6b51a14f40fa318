export { Node } from './node.ts'
export { Stop, StopId } from './stop.ts'
