import { create } from 'zustand'
import { navigate } from '../../navigation/use-route.ts'
import type { PlaceKey } from './strip/strip-form.ts'

/** What a dialog of the desk asks about a stay. */
export type DeskAsk = {
  kind: 'take' | 'stop' | 'release' | 'move' | 'handBack' | 'start' | 'cancel'
  id: string
}

/** A walk-up that was begun in the box or from a connector. */
export type StripWish = { plate: string; place: PlaceKey | null }

type Desk = { strip: StripWish | null; ask: DeskAsk | null; found: string | null }

/** How the desk stands: the strip, the dialog, and the card that was just looked for. */
export const useDesk = create<Desk>(() => ({ strip: null, ask: null, found: null }))

/** Opens the strip that takes a walk-up in; another plate begins it anew. The details give it their room. */
export function openStrip(wish: Partial<StripWish> = {}): void {
  navigate({ screen: 'desk' })
  useDesk.setState({ strip: { plate: '', place: null, ...wish } })
}

export function closeStrip(): void {
  useDesk.setState({ strip: null })
}

/** Opens the dialog of an act, or closes it. */
export function askAbout(ask: DeskAsk | null): void {
  useDesk.setState({ ask })
}

/** Shows a card among the others: scrolls to it and marks it for as long as it is the one. */
export function showCard(id: string | null): void {
  useDesk.setState({ found: id })
}
