import { create } from 'zustand'

/** Long work that this window follows, its words already in the reader's language. */
export interface TrayWork {
  readonly id: string
  /** What is made: the file's name. */
  readonly title: string
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  /** How far it is, or how it ended. */
  readonly words: string
  /** 0 to 100; null while nobody knows how much there will be. */
  readonly percent: number | null
  readonly onCancel?: () => void
  /** Shows what was made where it lies. */
  readonly onShow?: () => void
}

/** The long work of this window, in the order in which it was begun. */
export const useTray = create<{ works: readonly TrayWork[] }>(() => ({ works: [] }))

/** Puts work into the tray, or says how it stands now. */
export function tellWork(work: TrayWork): void {
  useTray.setState(({ works }) => ({
    works: works.some(({ id }) => id === work.id)
      ? works.map((known) => (known.id === work.id ? work : known))
      : [...works, work],
  }))
}

/** Takes work out of the tray; it goes on where it hasn't ended. */
export function forgetWork(id: string): void {
  useTray.setState(({ works }) => ({ works: works.filter((known) => known.id !== id) }))
}
