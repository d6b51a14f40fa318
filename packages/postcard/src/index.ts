export { Scene, SceneId } from './scene.ts'
