import { createRoot } from 'react-dom/client'
import { Stage } from './stage/Stage.tsx'

const stage = document.getElementById('stage')
if (!stage) throw new Error('index.html has no place for the stage')

const clock = { now: Date.now, elapsed: () => performance.now() }
const safe = new URLSearchParams(location.search).has('safe')
createRoot(stage).render(<Stage clock={clock} chance={Math.random} shell={window.shell} safe={safe} />)
