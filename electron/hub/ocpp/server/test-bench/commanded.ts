import type { Command, CommandRequest } from '../../../../../shared/domain/command/command.ts'
import type { Id } from '../../../../../shared/domain/id/id.ts'
import { eventually } from './eventually.ts'
import { type FreshHub, freshHub, PASSWORD } from './fresh-hub.ts'
import { wireCharger, type WireCharger } from './wire-charger.ts'

/** A hub with the station CP1, and its charger, which is asked what a test has the desk ask. */
export interface Commanded {
  readonly hub: FreshHub
  readonly stationId: Id
  charger: WireCharger
  boot(): Promise<unknown[]>
  /** Writes a command down and wakes the worker, as the desk does. */
  request(wish: CommandRequest, secret?: Record<string, unknown>): Promise<Id>
  /** The command once it has ended. */
  ended(id: Id): Promise<Command | undefined>
  /** Answers the next call with a CALLRESULT and returns the frame of the call. */
  answerNext(reply: object): Promise<unknown[]>
}

export async function commanded(): Promise<Commanded> {
  const hub = await freshHub({ callTimeoutMs: 1_500 })
  const stationId = await hub.addStation('CP1')
  const charger = await wireCharger(hub.url, 'CP1', { password: PASSWORD })
  const wire: Commanded = {
    hub,
    stationId,
    charger,
    boot: () =>
      wire.charger.call('BootNotification', { chargePointVendor: 'V', chargePointModel: 'M' }),
    request: (wish, secret) =>
      hub.store.work('test', (tx) => {
        const id = tx.newId()
        tx.insert('command', {
          id,
          stationId,
          action: wish.action,
          payload: wish.payload,
          state: 'requested',
          answer: null,
          failure: null,
          requestedBy: 'test',
          requestedAt: tx.now,
          sentAt: null,
          endedAt: null,
        })
        tx.afterCommit(() =>
          hub.ocpp.chargers.wake(stationId, secret && { commandId: id, payload: secret }),
        )
        return id
      }),
    ended: (id) =>
      eventually(async () => {
        const command = await hub.store.reads.get('command', id)
        if (command?.endedAt === null) throw new Error('it has not ended')
        return command
      }),
    async answerNext(reply) {
      const frame = await wire.charger.next()
      wire.charger.send(JSON.stringify([3, frame[1], reply]))
      return frame
    },
  }
  return wire
}
