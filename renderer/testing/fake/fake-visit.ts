import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import { type Block, blockKey } from '../../../shared/domain/visit/block.ts'
import { DAY } from '../../../shared/time/instant.ts'
import {
  type DoorState,
  type DriverDoor,
  type DriverDoorWords,
  firstDriverDoor,
} from '../../../shared/domain/driver-door/driver-door.ts'
import { type FakeStore, only } from './fake-store.ts'

/** What drivers book from their phones, and the door they come in by, in memory. */
export function fakeVisits(store: FakeStore) {
  const onVisit = implement(contract).visit
  const onDoor = implement(contract).driverDoor
  const blocks = seedBlocks()
  const openedAt = Date.now()
  const asked = new URLSearchParams(location.search).get('door') ?? 'off'
  let door: DriverDoor = { id: 'driverDoor', ...doorOf(asked), updatedAt: Date.now() }
  const origin = (): string | null =>
    door.exposure === 'off' ? null : door.publicUrl || `http://192.168.1.20:${door.port}`
  const siteUrl = (): string | null => {
    const at = origin()
    return at === null ? null : `${at}/${door.slug}`
  }
  const state = (): DoorState => {
    const isOff = door.exposure === 'off'
    // Another program has this port, whoever asks.
    const isTaken = !isOff && door.port === 80
    const own = siteUrl()
    const other = `http://10.0.4.1:${door.port}/${door.slug}`
    return {
      ...{ state: isOff ? 'closed' : isTaken ? 'failed' : 'open' },
      ...{
        fault: isTaken ? 'portTaken' : null,
        watched: isOff ? 0 : 2,
        turnedAway: isOff ? 0 : 14,
      },
      urls: isTaken || own === null ? [] : door.exposure === 'lan' ? [own, other] : [own],
      listensAt: isOff || isTaken ? null : `0.0.0.0:${door.port}`,
      certUntil: door.exposure === 'tls' ? openedAt + 9 * DAY : null,
    }
  }
  const find = (id: string) => store.find('visit', id)
  const missing = (noun: string, id: string) => ({ data: { noun, id } })
  return {
    visit: {
      list: onVisit.list.handler(({ input: { isOpen } }) => {
        const rows = store.rows.visit
          .filter(({ state: at }) => isOpen === undefined || (at !== 'over') === isOpen)
          .toSorted((one, other) => other.createdAt - one.createdAt)
        return { rows, next: null }
      }),
      get: onVisit.get.handler(({ input: { id }, errors }) => {
        const visit = find(id)
        if (!visit) throw errors.NOT_FOUND(missing('visit', id))
        return visit
      }),
      link: onVisit.link.handler(({ input: { id, renew }, errors }) => {
        const visit = find(id)
        if (!visit) throw errors.NOT_FOUND(missing('visit', id))
        const generation = visit.generation + (renew ? 1 : 0)
        store.put('visit', { ...visit, generation })
        const at = origin()
        return { url: at === null ? null : `${at}/b/${'x'.repeat(47)}${generation % 10}` }
      }),
      cancel: onVisit.cancel.handler(({ input: { id }, errors }) => {
        const visit = find(id)
        if (!visit) throw errors.NOT_FOUND(missing('visit', id))
        if (visit.state === 'over') throw errors.NOT_NOW()
        const now = Date.now()
        return store.put('visit', {
          ...visit,
          ...{ state: 'over' as const, endReason: 'byDesk' as const, holdUntil: null },
          ...{ since: now, updatedAt: now },
        })
      }),
      signs: onVisit.signs.handler(() => {
        const at = siteUrl()
        const places = store.rows.connector
          .filter(({ connectorId }) => connectorId > 0)
          .map(({ stationId, connectorId }, index) => {
            const code = `A${String(index).padStart(5, '0')}`
            const station = store.find('station', stationId)?.name ?? ''
            const isOneOfMany = store.rows.connector.some(
              (row) => row.stationId === stationId && row.connectorId === 2,
            )
            const name = isOneOfMany ? `${station} · ${connectorId}` : station
            return { stationId, connectorId, name, code, url: at && `${at}/${code}` }
          })
        return { siteUrl: at, places }
      }),
      rules: onVisit.rules.handler(() => only(store.rows.houseRules)),
      setRules: onVisit.setRules.handler(({ input }) => {
        const before = only(store.rows.houseRules)
        const words = Object.entries(input).filter(([, value]) => value !== undefined)
        const after = { ...before, ...Object.fromEntries(words), updatedAt: Date.now() }
        return store.put('houseRules', after)
      }),
      blocks: onVisit.blocks.handler(() => blocks),
      block: onVisit.block.handler(({ input }) => {
        const made = { id: crypto.randomUUID(), createdBy: 'desk', createdAt: Date.now() }
        const block = { ...input, ...made, key: blockKey(input.of, input.value) }
        blocks.unshift(block)
        return block
      }),
      unblock: onVisit.unblock.handler(({ input: { id }, errors }) => {
        const at = blocks.findIndex((row) => row.id === id)
        if (at < 0) throw errors.NOT_FOUND(missing('block', id))
        blocks.splice(at, 1)
        return {}
      }),
    },
    driverDoor: {
      get: onDoor.get.handler(() => ({ door, state: state() })),
      set: onDoor.set.handler(({ input }) => {
        const words = Object.entries(input).filter(([, value]) => value !== undefined)
        door = { ...door, ...Object.fromEntries(words), updatedAt: Date.now() }
        return { door, state: state() }
      }),
    },
  }
}

/** How the door stands at first, by the address of the harness. */
function doorOf(asked: string): DriverDoorWords {
  const publicUrl = 'https://charge.example.com'
  switch (asked) {
    case 'lan':
      return { ...firstDriverDoor, exposure: 'lan' }
    case 'proxy':
      return { ...firstDriverDoor, exposure: 'proxy', publicUrl, trustedProxies: ['127.0.0.1'] }
    case 'tls':
      return {
        ...firstDriverDoor,
        exposure: 'tls',
        publicUrl,
        certFile: '/c.pem',
        keyFile: '/k.pem',
      }
    case 'failed':
      return { ...firstDriverDoor, exposure: 'lan', port: 80 }
    default:
      return firstDriverDoor
  }
}

function seedBlocks(): Block[] {
  const told = [
    ['plate', 'XYZ 987', 'Kom aldrig, tre gånger'],
    ['phone', '070-555 66 77', ''],
    ['email', 'nobody@example.com', 'Bokar och betalar inte'],
  ] as const
  return told.map(([of, value, reason], index) => ({
    ...{ id: crypto.randomUUID(), of, value, reason, key: blockKey(of, value) },
    ...{ createdBy: index === 1 ? 'desk' : 'Kim', createdAt: Date.now() - (index * 9 + 1) * DAY },
  }))
}
