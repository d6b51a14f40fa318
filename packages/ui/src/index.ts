import './fonts.css'
import './tokens.css'

export { BrassHelm, type BrassHelmProps, GhostHelm, type HelmHandle } from './helm/BrassHelm.tsx'
export { brassTones, contrast, contrastPairs, type Ink, inks, mix } from './inks.ts'
