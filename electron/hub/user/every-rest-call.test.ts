import { afterAll, beforeAll, expect, test } from 'vitest'
import { contract } from '../../../shared/contract/contract.ts'
import { rights } from '../../../shared/contract/rights.ts'
import { mayDo, type Right, type Role, role } from '../../../shared/domain/user/role.ts'
import { pins, type StaffedSite, staffedSite } from './test-bench/staffed-site.ts'

let site: StaffedSite

beforeAll(async () => {
  site = await staffedSite()
})
afterAll(() => site.close())

/** What REST has beside the contract: files, sent piece by piece. */
const files = ['/reports/vat.csv', '/accounting/sie', '/cdrs', '/invoices.csv'].map((path) => ({
  ...{ name: path, method: 'GET', path, right: 'account' as const },
}))

/** Every call as REST has it, but for those that log out, each part of its path filled with what fits nothing. */
const calls = Object.entries(contract)
  .flatMap(([noun, ofNoun]) =>
    Object.entries(ofNoun).map(([call, procedure]) => {
      const { method = 'POST', path = '' } = procedure['~orpc'].route
      const right = (rights[noun as keyof typeof rights] as Record<string, Right>)[call]
      return { name: `${noun}.${call}`, method, path: path.replaceAll(/\{\+?\w+\}/g, 'x'), right }
    }),
  )
  .filter(({ name }) => name !== 'session.lock' && name !== 'session.logOut')
  .concat(files)

/** How calls with an input that fits none are answered, by name: the status, and of those that go on no more than that. */
async function statuses(session: string): Promise<Record<string, number>> {
  const { url, token } = site.face
  const answers: Record<string, number> = {}
  for (const { name, method, path } of calls) {
    const stop = new AbortController()
    const hasBody = method !== 'GET'
    const response = await fetch(`${url}/api${path}${hasBody ? '' : '?junk=1'}`, {
      method,
      signal: stop.signal,
      headers: {
        authorization: `Bearer ${token}`,
        'laddplan-session': session,
        ...(hasBody ? { 'content-type': 'application/json' } : {}),
      },
      ...(hasBody ? { body: '{"junk":1}' } : {}),
    })
    answers[name] = response.status
    // A call that nobody is let through to is refused in the same words, wherever it lies.
    if (response.status === 401 || response.status === 403)
      expect(await response.json()).toMatchObject({
        ...{ defined: true, code: response.status === 401 ? 'LOCKED' : 'FORBIDDEN' },
      })
    stop.abort()
  }
  return answers
}

async function tokenOf(as: Role): Promise<string> {
  const who = { userId: site.users[as].id, pin: pins[as] }
  return (await site.face.ask<{ token: string }>('POST', '/session', who)).body.token
}

test.each(role.options)(
  'a session of the %s is let through or refused at each call as the table has it',
  async (as) => {
    const told = await statuses(await tokenOf(as))
    const refused = calls.filter(({ name }) => told[name] === 403).map(({ name }) => name)
    const forbidden = calls.filter(({ right }) => right !== undefined && !mayDo(as, right))
    expect(refused).toEqual(forbidden.map(({ name }) => name))
  },
)

test('a session that is over is let through by no call but those that anyone may make', async () => {
  const told = await statuses('x'.repeat(43))
  const refused = calls.filter(({ name }) => told[name] === 401).map(({ name }) => name)
  const asking = calls.filter(({ right }) => right !== 'anyone')
  expect(refused).toEqual(asking.map(({ name }) => name))
})
