import { newStation } from './new-station.ts'
import type { Station } from './station.ts'

/** A station that is online, save for what is told. */
export function aStation(told: Partial<Station> = {}): Station {
  const words = {
    chargePointId: 'NVK0001',
    name: 'A1',
    zone: '',
    authentication: 'password',
  } as const
  return {
    ...newStation(words, 'station-1', 0),
    ocppVersion: '1.6',
    connection: 'online',
    connectionSince: 0,
    remoteAddress: null,
    lastSeenAt: 0,
    bootedAt: 0,
    ...told,
  }
}
