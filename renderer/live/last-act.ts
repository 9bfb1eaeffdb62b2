import { create } from 'zustand'

/** Something done at this desk, already in the reader's language, with a way to take it back where there is one. */
export type DeskAct = {
  text: string
  at: number
  undo?: { label: string; run: () => void }
}

type LastAct = { act: DeskAct | null }

/** What was last done at this desk; the status bar shows it. */
export const useLastAct = create<LastAct>(() => ({ act: null }))

/** Tells the status bar what was just done. Commands to chargers need not: their rows tell it themselves. */
export function tellAct(text: string, undo?: DeskAct['undo']): void {
  useLastAct.setState({ act: { text, at: Date.now(), ...(undo ? { undo } : {}) } })
}
