import { implement } from '@orpc/server'
import { chargingControlContract } from '../../../shared/contract/charging-control.ts'
import type { FakeStore } from './fake-store.ts'

const on = implement(chargingControlContract)

/** Charging control, in memory: a charger takes everything as soon as it is sent again. */
export function fakeChargingControl(store: FakeStore) {
  const rowsOf = (stationId: string | undefined) =>
    store.rows.chargingControl.filter(
      (row) => stationId === undefined || row.stationId === stationId,
    )
  return {
    list: on.list.handler(({ input: { stationId } }) => ({ rows: rowsOf(stationId) })),
    sendAgain: on.sendAgain.handler(({ input: { stationId } }) => {
      for (const row of rowsOf(stationId)) {
        const sent = row.live.asked ?? row.live.held
        const at = Date.now()
        const held = sent && { ...sent, answer: 'accepted' as const, word: 'Accepted', sentAt: at }
        store.put('chargingControl', { ...row, live: { held, asked: null }, reason: null })
      }
      return { rows: rowsOf(stationId) }
    }),
  }
}
