import fc from 'fast-check'
import { expect, test } from 'vitest'
import { undoJournal } from './energy.ts'
import { feederIndex } from './feeder-tree.ts'
import { filler } from './fill.ts'
import { movedSessions, startJournal } from './journal.ts'
import { addSession, removeSession, siteNetwork, type Network } from './network.ts'
import { randomSite } from '../test-bench/random-site.ts'
import { takenWm, vessels, waterLevel } from '../water-level.ts'

const site = randomSite({ mostSessions: 9, mostSlots: 9, narrow: false })

/** What can be seen of a network's sessions and loads. */
function seen(network: Network, indices: readonly number[]) {
  const { sessions, arcs, loadWm } = network
  return {
    loadWm: [...loadWm],
    energiesWm: indices.map((index) => {
      const offset = sessions.offset[index] ?? 0
      return [...arcs.energyWm.slice(offset, offset + (sessions.length[index] ?? 0))]
    }),
    servedWm: indices.map((index) => sessions.servedWm[index]),
  }
}

test('sessions come and go, and each feeder’s load is what those on it have', () => {
  fc.assert(
    fc.property(site, fc.array(fc.nat(8), { maxLength: 6 }), (problem, leaving) => {
      const network = siteNetwork(problem)
      const { fill } = filler(network)
      const add = (place: number) => {
        const session = problem.sessions[place]
        if (session === undefined) return -1
        const index = addSession(network, session, feederIndex(network.tree, session.feederId))
        fill(index)
        return index
      }
      const indices = problem.sessions.map((_, place) => add(place))
      for (const place of leaving) {
        if (place >= indices.length) continue
        removeSession(network, indices[place] ?? 0)
        indices[place] = add(place)
      }
      const { energiesWm, loadWm, servedWm } = seen(network, indices)
      const expected = loadWm.map(() => 0)
      energiesWm.forEach((energies, place) => {
        const index = indices[place] ?? 0
        let feeder = network.sessions.feeder[index] ?? 0
        for (; feeder >= 0; feeder = network.tree.parent[feeder] ?? -1) {
          energies.forEach((wm, at) => {
            const node = feeder * network.slots + (network.sessions.first[index] ?? 0) + at
            expected[node] = (expected[node] ?? 0) + wm
          })
        }
        expect(energies.reduce((sum, wm) => sum + wm, 0)).toBe(servedWm[place])
      })
      expect(loadWm).toEqual(expected)
      loadWm.forEach((wm, node) => expect(wm).toBeLessThanOrEqual(network.limitWm[node] ?? 0))
    }),
  )
})

test('what was noted can be taken back, and says who was moved', () => {
  fc.assert(
    fc.property(site, fc.nat(8), (problem, which) => {
      const network = siteNetwork(problem)
      const { fill } = filler(network)
      const indices = problem.sessions.map((session) =>
        addSession(network, session, feederIndex(network.tree, session.feederId)),
      )
      for (const index of indices) fill(index)
      const before = seen(network, indices)
      const journal = startJournal(network)
      const moving = indices[which % indices.length] ?? 0
      network.sessions.needWm[moving] = Math.floor((network.sessions.needWm[moving] ?? 0) / 2)
      fill(moving)
      const same = fc.stringify(seen(network, indices)) === fc.stringify(before)
      expect([...movedSessions(network, journal)]).toEqual(same ? [] : [moving])
      undoJournal(network, journal)
      expect(seen(network, indices)).toEqual(before)
    }),
  )
})

test('water stands level: no vessel is filled above the level, or below it with room left', () => {
  const vessel = fc.record({
    floorW: fc.integer({ min: 0, max: 50_000 }),
    minutes: fc.integer({ min: 1, max: 60 }),
    roomWm: fc.integer({ min: 0, max: 900_000 }),
  })
  fc.assert(
    fc.property(
      fc.array(vessel, { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 120 }),
      (drawn, percent) => {
        const all = vessels(drawn.length)
        all.count = drawn.length
        drawn.forEach(({ floorW, minutes, roomWm }, index) => {
          all.floorW[index] = floorW
          all.minutes[index] = minutes
          all.roomWm[index] = roomWm
        })
        const room = drawn.reduce((sum, { roomWm }) => sum + roomWm, 0)
        const amountWm = Math.round((percent / 100) * room)
        const levelW = waterLevel(all, amountWm)
        if (amountWm > room) {
          expect(levelW).toBe(Infinity)
          return
        }
        const taken = drawn.map((_, index) => takenWm(all, index, levelW))
        const sum = taken.reduce((one, other) => one + other, 0)
        expect(sum).toBeGreaterThanOrEqual(amountWm)
        expect(sum).toBeLessThan(amountWm + drawn.length)
        drawn.forEach(({ floorW, minutes, roomWm }, index) => {
          const wm = taken[index] ?? 0
          if (wm > 0) expect(floorW + (wm - 1) / minutes).toBeLessThanOrEqual(levelW + 1e-6)
          if (wm < roomWm && amountWm > 0) {
            expect(floorW + wm / minutes).toBeGreaterThanOrEqual(levelW - 1e-3)
          }
        })
      },
    ),
  )
})
