import { create } from 'zustand'
import type { Point } from './spot.ts'

/** Where the pointer was last while something was held, for the words beside it; null before it moved. */
export const usePointer = create<{ point: Point | null }>(() => ({ point: null }))

export function pointAt({ clientX, clientY }: Point): void {
  usePointer.setState({ point: { clientX, clientY } })
}
