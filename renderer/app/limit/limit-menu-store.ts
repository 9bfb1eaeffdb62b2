import { create } from 'zustand'

/** Whether the menu of limits for a while stands open; the palette opens it too. */
export const useLimitMenu = create<{ opened: boolean }>(() => ({ opened: false }))

/** Opens or closes the menu of limits for a while. */
export function openLimitMenu(opened: boolean): void {
  useLimitMenu.setState({ opened })
}
