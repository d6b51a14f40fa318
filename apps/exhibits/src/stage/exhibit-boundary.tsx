import { Component, type ReactNode } from 'react'

/** Keeps one room's accident in that room: the visit goes on, and a calm card says that this room rests. */
export class ExhibitBoundary extends Component<
  { children: ReactNode; inTrouble: ReactNode; onTrouble: (why: string) => void },
  { broken: boolean }
> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch(failure: unknown) {
    this.props.onTrouble(failure instanceof Error ? failure.message : String(failure))
  }

  override render() {
    return this.state.broken ? this.props.inTrouble : this.props.children
  }
}
