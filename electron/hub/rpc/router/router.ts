import { listJournal } from '../../journal/list.ts'
import { follow } from '../../live/follow.ts'
import { listWireLog } from '../../wire-log/list.ts'
import { adoptionRouter } from './adoption.ts'
import { commandRouter } from './command.ts'
import { idTokenRouter } from './id-token.ts'
import { os, type RouterParts } from './parts.ts'
import { siteRouter } from './site.ts'
import { stationRouter } from './station.ts'
import { transactionRouter } from './transaction.ts'

/** The whole contract, implemented on these parts. */
export function hubRouter(parts: RouterParts) {
  const { store, clock } = parts
  return os.router({
    hub: { info: os.hub.info.handler(() => parts.info()) },
    site: siteRouter(parts),
    live: {
      follow: os.live.follow.handler(({ input: { epoch, seq }, signal }) => {
        const from = epoch !== undefined && seq !== undefined ? { epoch, seq } : undefined
        return follow(store, from, clock, signal)
      }),
    },
    station: stationRouter(parts),
    adoption: adoptionRouter(parts),
    idToken: idTokenRouter(parts),
    command: commandRouter(parts),
    transaction: transactionRouter(parts),
    ocppMessage: {
      list: os.ocppMessage.list.handler(({ input }) => listWireLog(store.reads, input)),
    },
    journal: { list: os.journal.list.handler(({ input }) => listJournal(store.reads, input)) },
  })
}
export type HubRouter = ReturnType<typeof hubRouter>
