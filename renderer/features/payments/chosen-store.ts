import { create } from 'zustand'

/** Rows of a table that are chosen for an act on all of them, by id. Apart from the rows, so that ticking one redraws one. */
export type ChosenStore = ReturnType<typeof chosenStore>

export function chosenStore() {
  return create<{ ids: ReadonlySet<string> }>(() => ({ ids: new Set() }))
}

/** Chooses a row, or lets go of it. */
export function toggle(store: ChosenStore, id: string): void {
  store.setState(({ ids }) => {
    const next = new Set(ids)
    if (!next.delete(id)) next.add(id)
    return { ids: next }
  })
}

/** Chooses these and nothing else. */
export function choose(store: ChosenStore, ids: Iterable<string>): void {
  store.setState({ ids: new Set(ids) })
}
