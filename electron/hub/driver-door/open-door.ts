import type { DoorState } from '../../../shared/domain/driver-door/driver-door.ts'
import { reachableHosts } from '../addresses.ts'
import { closedDoor, type DriverDoor } from './door.ts'
import { type DoorParts, stand, type Standing } from './stand.ts'

/** Opens the door for phones as its row says. It fails softly: what is in its way is in the state. */
export async function openDriverDoor(parts: DoorParts): Promise<DriverDoor> {
  let standing: Standing | null = null
  let isOver = false
  let last: Promise<unknown> = Promise.resolve()

  const state = (): DoorState => {
    if (standing === null) return closedDoor.state()
    const site = standing.state.state === 'open' ? originsOf(standing, parts.host) : []
    return { ...standing.state, urls: site.map((origin) => `${origin}/${standing?.words.slug}`) }
  }

  const closeNow = async (): Promise<void> => {
    const before = standing
    standing = null
    await before?.close()
  }

  const openNow = async (): Promise<DoorState> => {
    await closeNow()
    const words = await parts.store.reads.get('driverDoor', 'driverDoor')
    if (words !== undefined && words.exposure !== 'off' && !isOver) {
      standing = await stand(words, parts, () => void inTurn(openNow).catch(() => undefined))
      const { state: how, fault, listensAt } = standing.state
      parts.logger.info({ exposure: words.exposure, how, fault, listensAt }, 'the door for phones')
    }
    return state()
  }

  /** One opens or closes at a time, in the order in which it was asked. */
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(act)
    last = turn.catch(() => undefined)
    return turn
  }

  const door: DriverDoor = {
    state,
    origin: () =>
      standing?.state.state === 'open' ? (originsOf(standing, parts.host)[0] ?? null) : null,
    reopen: () => inTurn(openNow),
    close() {
      isOver = true
      return inTurn(closeNow)
    },
  }
  await door.reopen()
  return door
}

/** Where phones reach it, the best first. */
function originsOf({ words, port }: Standing, host: string | null): string[] {
  if (words.exposure !== 'lan') return [words.publicUrl]
  const hosts = reachableHosts(host)
  // No phone reaches this machine's own, unless nothing else is reached.
  const others = hosts.length > 1 ? hosts.filter((name) => name !== '127.0.0.1') : hosts
  return others.map((name) => `http://${name}:${port}`)
}
