import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../shared/contract/contract.ts'
import { rights } from '../../../shared/contract/rights.ts'
import { mayDo, type Right, role, rolesWith } from '../../../shared/domain/user/role.ts'
import {
  type Client,
  refused,
  socketAs,
  socketOf,
  type StaffedSite,
  staffedSite,
  windowAs,
  windowOf,
} from './test-bench/staffed-site.ts'

let site: StaffedSite

beforeAll(async () => {
  site = await staffedSite()
})
afterAll(() => site.close())

/** Every call of the contract with the right it asks; those that would log the asker out come last. */
const calls = Object.entries(contract)
  .flatMap(([noun, ofNoun]) => Object.keys(ofNoun).map((call) => ({ noun, call })))
  .map(({ noun, call }) => {
    const ofNoun: Readonly<Record<string, Right>> = rights[noun as keyof typeof rights]
    return { noun, call, right: ofNoun[call] ?? 'supervise' }
  })
  .sort((one, other) => ending(one.call) - ending(other.call))

function ending(call: string): number {
  return ['lock', 'logOut'].indexOf(call)
}

/** Makes a call with an input that fits none; what answers in parts is left at once. */
async function callWithJunk(client: Client, noun: string, call: string) {
  const ofNoun = client[noun as keyof Client] as Record<
    string,
    (input: unknown) => Promise<unknown>
  >
  return refused(
    (async () => {
      const answer = await ofNoun[call]?.('junk')
      if (isParts(answer)) await answer.return()
      return answer
    })(),
  )
}

function isParts(answer: unknown): answer is AsyncGenerator<unknown, unknown, never> & {
  return: () => Promise<unknown>
} {
  return typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer
}

test('the table of rights has a line for each call, and none for another', () => {
  const named = (table: object) =>
    Object.entries(table).flatMap(([noun, its]: [string, object]) =>
      Object.keys(its).map((call) => `${noun}.${call}`),
    )
  expect(named(rights).sort()).toEqual(named(contract).sort())
  expect(calls.length).toBeGreaterThan(200)
})

describe.each([
  { face: 'a window', connect: windowAs },
  { face: 'a WebSocket', connect: socketAs },
])('$face', ({ connect }) => {
  test.each(role.options)(
    'of the %s is let through or refused at each call as the table has it, before its input is looked at',
    async (as) => {
      const asking = await connect(site, as)
      const told = []
      for (const { noun, call } of calls) {
        const refusal = await callWithJunk(asking.client, noun, call)
        const forbidden = refusal?.code === 'FORBIDDEN' ? refusal : null
        told.push({ noun, call, locked: refusal?.code === 'LOCKED', forbidden })
      }
      expect(told).toEqual(
        calls.map(({ noun, call, right }) => ({
          ...{ noun, call, locked: false },
          forbidden: mayDo(as, right)
            ? null
            : {
                code: 'FORBIDDEN',
                status: 403,
                defined: true,
                data: { right, roles: rolesWith(right) },
              },
        })),
      )
      asking.hangUp()
    },
  )
})

test('a window where nobody is in gets LOCKED for all but what anyone may', async () => {
  const window = windowOf(site.face)
  const letThrough = []
  for (const { noun, call } of calls) {
    const refusal = await callWithJunk(window.client, noun, call)
    if (refusal?.code === 'LOCKED') expect(refusal).toMatchObject({ status: 401, defined: true })
    else letThrough.push(`${noun}.${call}`)
  }
  expect(letThrough.sort()).toEqual(
    ['current', 'follow', 'lock', 'logIn', 'logOut', 'touch'].map((call) => `session.${call}`),
  )
  window.hangUp()
})

test('a script without a session is refused nothing', async () => {
  const scripts = calls.filter((each) => each.noun !== 'session')
  const socket = await socketOf(site.face)
  for (const { noun, call } of scripts) {
    const refusal = await callWithJunk(socket.client, noun, call)
    expect(['FORBIDDEN', 'LOCKED']).not.toContain(refusal?.code)
  }
  socket.hangUp()
})
