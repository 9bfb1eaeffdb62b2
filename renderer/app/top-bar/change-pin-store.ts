import { create } from 'zustand'

/** Whether somebody is changing their PIN: the menu and the palette both lead there. */
export const useChangePin = create<{ asked: boolean; ask: (asked: boolean) => void }>((set) => ({
  asked: false,
  ask: (asked) => set({ asked }),
}))
