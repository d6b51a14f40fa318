import { createRoot } from 'react-dom/client'
import '@riverside/ui/fonts.css'
import '@riverside/ui/tokens.css'
import { Stage } from './stage/Stage.tsx'
import './stage/stage.css'

const stage = document.getElementById('stage')
if (!stage) throw new Error('index.html has no place for the stage')

const clock = { now: Date.now, elapsed: () => performance.now() }
createRoot(stage).render(<Stage clock={clock} chance={Math.random} shell={window.shell} />)
