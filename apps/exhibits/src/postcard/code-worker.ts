import { type CodeOrder, carriedOut, type Made } from './code-orders.ts'

const scope = self as unknown as {
  postMessage(answer: { readonly id: number; readonly made: Made }): void
  onmessage: ((message: MessageEvent<{ readonly id: number; readonly order: CodeOrder }>) => void) | null
}

scope.onmessage = ({ data: { id, order } }) => scope.postMessage({ id, made: carriedOut(order) })

// The first reading of a code takes ten times as long as the second: it is done before anybody waits for one.
carriedOut({ make: 'code', text: 'HTTP://127.0.0.1/', level: 'M', most: 300 })
