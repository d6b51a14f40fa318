import { Language } from '@riverside/kit'
import { createRoot } from 'react-dom/client'
import { PartsSheet } from './parts/PartsSheet.tsx'

/** The parts sheet and every screen of the visit by name: `?show=attract&lang=zh&easy=1`. */
const asked = new URLSearchParams(location.search)
const language = Language.catch('zh').parse(asked.get('lang'))
document.documentElement.lang = language
document.documentElement.toggleAttribute('data-easy', asked.has('easy'))

const stage = document.getElementById('stage')
if (stage) createRoot(stage).render(<PartsSheet language={language} />)
