import { implement } from '@orpc/server'
import { contract } from '../../../shared/contract/contract.ts'
import type { IssuedKey } from '../../../shared/contract/station.ts'
import { newConnector } from '../../../shared/domain/connector/new-connector.ts'
import type { Station } from '../../../shared/domain/station/station.ts'
import { configurationKeys } from './fake-configuration.ts'
import { newId } from './fake-store.ts'
import type { FakeStore } from './fake-store.ts'

/** Stations, in memory. */
export function fakeStations(store: FakeStore) {
  const os = implement(contract).station
  const stationWith = (id: string) => store.find('station', id)
  return os.router({
    list: os.list.handler(() => ({ rows: store.rows.station, next: null })),
    get: os.get.handler(({ input, errors }) => {
      const station = stationWith(input.id)
      if (!station) throw errors.NOT_FOUND({ data: { noun: 'station', id: input.id } })
      return {
        station,
        connectors: store.rows.connector.filter((row) => row.stationId === station.id),
      }
    }),
    create: os.create.handler(({ input, errors }) => {
      const taken = store.rows.station.find((known) => known.chargePointId === input.chargePointId)
      if (taken) throw errors.STATION_ID_TAKEN({ data: { stationId: taken.id } })
      const station = store.put('station', {
        ...newStation(input),
        authentication: input.authentication,
      })
      return {
        station,
        key: issuedKeyOf(station, input.authentication === 'password', input.password),
      }
    }),
    import: os.import.handler(() => ({ created: [] })),
    update: os.update.handler(({ input, errors }) => {
      const station = stationWith(input.id)
      if (!station) throw errors.NOT_FOUND({ data: { noun: 'station', id: input.id } })
      const { id: _, ...given } = input
      const words = Object.fromEntries(
        Object.entries(given).filter(([, value]) => value !== undefined),
      )
      return store.put('station', { ...station, ...words })
    }),
    retire: os.retire.handler(({ input, errors }) => {
      const station = stationWith(input.id)
      if (!station) throw errors.NOT_FOUND({ data: { noun: 'station', id: input.id } })
      const running = store.rows.transaction.find(
        (row) => row.stationId === station.id && row.state === 'active',
      )
      if (running) throw errors.STATION_CHARGING({ data: { transactionId: running.id } })
      return store.put('station', { ...station, retiredAt: Date.now(), connection: 'offline' })
    }),
    rotateKey: os.rotateKey.handler(({ input, errors }) => {
      const station = stationWith(input.id)
      if (!station) throw errors.NOT_FOUND({ data: { noun: 'station', id: input.id } })
      if (input.setOnCharger && station.connection !== 'online') throw errors.STATION_OFFLINE()
      return { key: issuedKeyOf(station, true, input.password), commandId: null }
    }),
    revokeKey: os.revokeKey.handler(({ input, errors }) => {
      const station = stationWith(input.id)
      if (!station) throw errors.NOT_FOUND({ data: { noun: 'station', id: input.id } })
      return store.put('station', {
        ...station,
        connection: 'offline',
        connectionSince: Date.now(),
      })
    }),
    setAuthentication: os.setAuthentication.handler(({ input, errors }) => {
      const station = stationWith(input.id)
      if (!station) throw errors.NOT_FOUND({ data: { noun: 'station', id: input.id } })
      return store.put('station', { ...station, authentication: input.authentication })
    }),
    setEquipment: os.setEquipment.handler(({ input, errors }) => {
      const { id, connectorId, ...equipment } = input
      if (!stationWith(id)) throw errors.NOT_FOUND({ data: { noun: 'station', id } })
      const known = store.rows.connector.find(
        (row) => row.stationId === id && row.connectorId === connectorId,
      )
      const connector = known ?? newConnector(newId(), id, connectorId)
      return store.put('connector', { ...connector, ...equipment })
    }),
    configuration: os.configuration.handler(() => ({
      keys: configurationKeys(Date.now() - 240_000),
    })),
  })
}

/** A station as it is before it has ever connected. */
export function newStation(words: {
  chargePointId: string
  name?: string | undefined
  zone: string
}): Station {
  const now = Date.now()
  const nothingSaid = {
    vendor: null,
    model: null,
    serialNumber: null,
    firmwareVersion: null,
    iccid: null,
    imsi: null,
    meterType: null,
    meterSerialNumber: null,
    ocppVersion: null,
    connectionSince: null,
    remoteAddress: null,
    lastSeenAt: null,
    bootedAt: null,
    diagnosticsStatus: null,
    firmwareStatus: null,
    retiredAt: null,
  }
  return {
    ...nothingSaid,
    id: newId(),
    chargePointId: words.chargePointId,
    name: words.name ?? words.chargePointId,
    zone: words.zone,
    feederId: null,
    phaseRotation: 'RST',
    note: '',
    authentication: 'password',
    connection: 'never',
    createdAt: now,
    updatedAt: now,
  }
}

/** The key as the hub would hand it out once. */
export function issuedKeyOf(station: Station, withPassword: boolean, password?: string): IssuedKey {
  return {
    password: withPassword ? (password ?? 'k7Qf-2mZx-Vw9c-Tr4h-Bn6s-Jd3p') : null,
    url: `ws://192.168.10.20:9000/ocpp/${encodeURIComponent(station.chargePointId)}`,
  }
}
