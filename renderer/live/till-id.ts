import { create } from 'zustand'
import type { Shift } from '../../shared/domain/till/shift.ts'
import type { Till } from '../../shared/domain/till/till.ts'
import { useLiveStore } from './store.ts'
import { useRow, useRows } from './use-live.ts'

const KEY = 'laddplan.tillId'

/** Which till this window stands at; kept on this computer, for all its windows that open later. */
const useChosen = create<{ tillId: string | null }>(() => ({ tillId: localStorage.getItem(KEY) }))

/** Has this window stand at a till; null for none. */
export function chooseTill(tillId: string | null): void {
  if (tillId === null) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, tillId)
  useChosen.setState({ tillId })
}

/** The till that this window stands at; undefined where none was chosen, or where it is out of use. */
export function useTill(): Till | undefined {
  const tillId = useChosen((chosen) => chosen.tillId)
  const till = useRow('till', tillId)
  return till?.archivedAt === null ? till : undefined
}

/** Its id, as money calls take it: what is done here is done at that till. */
export function useTillId(): string | null {
  return useTill()?.id ?? null
}

/** The tills of the site that are in use, by name. */
export function useTills(): Till[] {
  return useRows('till')
    .filter(({ archivedAt }) => archivedAt === null)
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

/** The shift that is open at a till. */
export function useOpenShift(tillId: string | null): Shift | undefined {
  return useRows('shift').find((shift) => shift.tillId === tillId && shift.state === 'open')
}

/** The last shift of a till that was closed. */
export function useLastShift(tillId: string): Shift | undefined {
  return useRows('shift')
    .filter((shift) => shift.tillId === tillId && shift.state === 'closed')
    .reduce<Shift | undefined>(
      (last, shift) => (last === undefined || shift.number > last.number ? shift : last),
      undefined,
    )
}

/** Whether cash can be taken and given back here: in an open shift, or where the site has no tills at all. */
export function useTakesCash(): boolean {
  const hasTills = useRows('till').some(({ archivedAt }) => archivedAt === null)
  const shift = useOpenShift(useTillId())
  return !hasTills || shift !== undefined
}

/** What a money call says of where it is made: the till that this window stands at, or nothing. */
export function atTill(): { tillId?: string } {
  const { tillId } = useChosen.getState()
  const till = tillId === null ? undefined : useLiveStore.getState().tables.till.get(tillId)
  return till?.archivedAt === null ? { tillId: till.id } : {}
}
