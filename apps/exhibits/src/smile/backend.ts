import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm'
import plainWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'
import simdWasm from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'
import { env, ready, setBackend } from '@tensorflow/tfjs-core'
import { inputSize } from './blazeface.ts'
import { cropSize } from './expression-net.ts'
import { Nets } from './nets.ts'

export type Backend = 'wasm' | 'webgl'

/**
 * The nets on the backend that is quicker on this machine, found by running them at start-up. WebAssembly with SIMD on one
 * thread always works; a real graphics card may be quicker, one made of software is 10–27 times slower and is not even tried.
 */
export async function startNets(): Promise<{ readonly nets: Nets; readonly backend: Backend }> {
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false)
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plainWasm,
    'tfjs-backend-wasm-simd.wasm': simdWasm,
    // Never asked for: threads are off. The map only has to be complete.
    'tfjs-backend-wasm-threaded-simd.wasm': simdWasm,
  })
  await use('wasm')
  const nets = await Nets.load()
  const wasm = timeOf(nets)
  if (!hasGraphicsCard()) return { nets, backend: 'wasm' }
  await import('@tensorflow/tfjs-backend-webgl')
  if (!(await setBackend('webgl').catch(() => false))) {
    await use('wasm')
    return { nets, backend: 'wasm' }
  }
  if (timeOf(nets) < wasm * 0.8) return { nets, backend: 'webgl' }
  await use('wasm')
  return { nets, backend: 'wasm' }
}

async function use(backend: Backend): Promise<void> {
  if (!(await setBackend(backend))) throw new Error(`The ${backend} backend did not start`)
  await ready()
}

/** Milliseconds of the quicker of three looks with one face; the first, which prepares everything, is not counted. */
function timeOf(nets: Nets): number {
  const picture = new Uint8ClampedArray(inputSize * inputSize * 4)
  const face = new Uint8ClampedArray(cropSize * cropSize * 4)
  const took = Array.from({ length: 4 }, () => {
    const began = performance.now()
    nets.find(picture, 0.3)
    nets.judge([face])
    return performance.now() - began
  })
  return Math.min(...took.slice(1))
}

function hasGraphicsCard(): boolean {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2')
  const names = gl?.getExtension('WEBGL_debug_renderer_info')
  const renderer = gl && names ? String(gl.getParameter(names.UNMASKED_RENDERER_WEBGL)) : ''
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  return renderer !== '' && !/swiftshader|llvmpipe|software|basic render/i.test(renderer)
}
