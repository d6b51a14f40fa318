/** An open camera, real or pretend. Whoever opened it closes it; its light goes out with it. */
export type Camera = { readonly track: MediaStreamTrack; readonly close: () => void }
