import { implement } from '@orpc/server'
import { stationContract } from '../../../../shared/contract/station.ts'
import { addStation, firstPassword, issuedKey } from '../../station/add.ts'
import { isFeeder } from '../../site/feeders.ts'
import { setEquipment } from '../../station/equipment.ts'
import { revokeKeys, rotateKey, setAuthentication } from '../../station/keys.ts'
import { retireStation } from '../../station/retire.ts'
import type { StationInput } from '../../../../shared/contract/station.ts'
import { pageOf } from '../../store/paging.ts'
import { decodeRow } from '../../store/tables.ts'
import type { Writes } from '../../store/writes.ts'
import { type Caller, type RouterParts, everyCall } from './parts.ts'

const on = implement(stationContract).$context<Caller>().use(everyCall)

const add = (tx: Writes, { issuer, chargers }: RouterParts, input: StationInput) => {
  if (!isFeeder(tx, input.feederId)) return { kind: 'noFeeder' as const }
  const password = firstPassword(input)
  const added = addStation(tx, issuer, input, password === null ? null : Buffer.from(password))
  if (added.kind === 'taken') return added
  // A stranger that waits under the id would keep the station's own charger out.
  const { chargePointId } = input
  for (const { id } of tx.find('candidate', { chargePointId, state: 'waiting' }))
    tx.afterCommit(() => chargers.disconnectCandidate(id, 'the id is now a station of the site'))
  return { ...added, key: issuedKey(issuer, added.station, password) }
}

export function stationRouter(parts: RouterParts) {
  const { store, chargers, issuer } = parts
  const missing = (id: string) => ({ data: { noun: 'station', id } })

  return {
    list: on.list.handler(async ({ input }) => {
      let query = store.reads.query
        .selectFrom('station')
        .selectAll()
        .orderBy('chargePointId')
        .orderBy('id')
        .limit(input.limit + 1)
      query = query.where('retiredAt', input.retired ? 'is not' : 'is', null)
      if (input.connection) query = query.where('connection', '=', input.connection)
      if (input.chargePointId !== undefined)
        query = query.where('chargePointId', '=', input.chargePointId)
      const place = /^(?<chargePointId>.*)~(?<id>[^~]+)$/s.exec(input.after ?? '')?.groups
      if (place)
        query = query.where((is) =>
          is.or([
            is('chargePointId', '>', String(place['chargePointId'])),
            is.and([
              is('chargePointId', '=', String(place['chargePointId'])),
              is('id', '>', String(place['id'])),
            ]),
          ]),
        )
      const rows = (await query.execute()).map((row) => decodeRow('station', row))
      return pageOf(rows, input.limit, ({ chargePointId, id }) => `${chargePointId}~${id}`)
    }),

    get: on.get.handler(async ({ input, errors }) => {
      const station = await store.reads.get('station', input.id)
      if (!station) throw errors.NOT_FOUND(missing(input.id))
      const connectors = await store.reads.find('connector', { stationId: station.id })
      return { station, connectors: connectors.toSorted((a, b) => a.connectorId - b.connectorId) }
    }),

    create: on.create.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const added = add(tx, parts, input)
        if (added.kind === 'noFeeder') throw errors.NO_SUCH_FEEDER()
        if (added.kind === 'taken')
          throw errors.STATION_ID_TAKEN({ data: { stationId: added.stationId } })
        return { station: added.station, key: added.key }
      }),
    ),

    import: on.import.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const created = []
        for (const wanted of input.stations) {
          const added = add(tx, parts, wanted)
          if (added.kind === 'noFeeder') throw errors.NO_SUCH_FEEDER()
          if (added.kind === 'taken')
            throw errors.STATION_ID_TAKEN({ data: { stationId: added.stationId } })
          const { id, chargePointId } = added.station
          created.push({ id, chargePointId, key: added.key })
        }
        return { created }
      }),
    ),

    update: on.update.handler(({ input: { id, ...words }, context, errors }) =>
      store.work(context.actor, (tx) => {
        const before = tx.get('station', id)
        if (!before) throw errors.NOT_FOUND(missing(id))
        if (before.retiredAt !== null) throw errors.STATION_RETIRED()
        if (!isFeeder(tx, words.feederId)) throw errors.NO_SUCH_FEEDER()
        const after = tx.update('station', id, { ...words, updatedAt: tx.now }) ?? before
        tx.journal({ act: 'station.update', noun: 'station', nounId: id, before, after })
        return after
      }),
    ),

    retire: on.retire.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const station = tx.get('station', input.id)
        if (!station) throw errors.NOT_FOUND(missing(input.id))
        if (station.retiredAt !== null) throw errors.STATION_RETIRED()
        const retired = retireStation(tx, chargers, station)
        if (retired.kind === 'charging')
          throw errors.STATION_CHARGING({ data: { transactionId: retired.transactionId } })
        return retired.station
      }),
    ),

    rotateKey: on.rotateKey.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const station = tx.get('station', input.id)
        if (!station) throw errors.NOT_FOUND(missing(input.id))
        if (station.retiredAt !== null) throw errors.STATION_RETIRED()
        if (input.setOnCharger && !chargers.isConnected(station.id)) throw errors.STATION_OFFLINE()
        return rotateKey(tx, issuer, chargers, station, { ...input, requestedBy: context.actor })
      }),
    ),

    revokeKey: on.revokeKey.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const station = tx.get('station', input.id)
        if (!station) throw errors.NOT_FOUND(missing(input.id))
        if (station.retiredAt !== null) throw errors.STATION_RETIRED()
        revokeKeys(tx, chargers, station.id)
        tx.journal({ act: 'station.revokeKey', noun: 'station', nounId: station.id })
        tx.afterCommit(() => chargers.disconnect(station.id, 'key revoked'))
        return station
      }),
    ),

    setAuthentication: on.setAuthentication.handler(({ input, context, errors }) =>
      store.work(context.actor, (tx) => {
        const station = tx.get('station', input.id)
        if (!station) throw errors.NOT_FOUND(missing(input.id))
        if (station.retiredAt !== null) throw errors.STATION_RETIRED()
        return setAuthentication(tx, chargers, station, input.authentication)
      }),
    ),

    setEquipment: on.setEquipment.handler(
      ({ input: { id, connectorId, ...equipment }, context, errors }) =>
        store.work(context.actor, (tx) => {
          const station = tx.get('station', id)
          if (!station) throw errors.NOT_FOUND(missing(id))
          if (station.retiredAt !== null) throw errors.STATION_RETIRED()
          return setEquipment(tx, id, connectorId, equipment)
        }),
    ),

    configuration: on.configuration.handler(async ({ input, errors }) => {
      if (!(await store.reads.get('station', input.id))) throw errors.NOT_FOUND(missing(input.id))
      const rows = await store.reads.find('configurationKey', { stationId: input.id })
      return {
        keys: rows
          .toSorted((a, b) => a.key.localeCompare(b.key))
          .map(({ key, value, readonly, readAt }) => ({
            key,
            value,
            readonly: readonly === 1,
            readAt,
          })),
      }
    }),
  }
}
