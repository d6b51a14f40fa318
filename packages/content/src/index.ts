export { Pack, PackCover, packFormat } from './pack.ts'
