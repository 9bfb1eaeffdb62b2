import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Role } from '../../../shared/domain/user/role.ts'
import type { User } from '../../../shared/domain/user/user.ts'
import { MINUTE } from '../../../shared/time/instant.ts'
import { beginSession, type Machine, type Session } from './session.ts'

const LOCK_AFTER_MIN = 10

const names = ['Kim', 'Li', 'Alex'] as const
const aName = fc.constantFrom(...names)

/** What may happen around a session. */
const anAct = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('enter' as const), name: aName }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('touch' as const, 'call' as const),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      min: fc.integer({ min: 1, max: LOCK_AFTER_MIN }),
    }),
  },
  fc.record({ do: fc.constantFrom('lock' as const, 'leave' as const) }),
  fc.record({ do: fc.constantFrom('letGo' as const, 'takeBack' as const), name: aName }),
  fc.record({
    do: fc.constant('become' as const),
    name: aName,
    role: fc.constantFrom<Role>('viewer', 'operator'),
  }),
)
type Act = typeof anAct extends fc.Arbitrary<infer A> ? A : never

/** A site of which nothing is but its users and its clock. */
function surroundings(machine: Machine) {
  const users = new Map<string, User>(names.map((name) => [name, person(name)]))
  const site = { now: 0, users, idled: 0 }
  const session = beginSession(
    {
      clock: () => site.now,
      hasUsers: async () => users.size > 0,
      findUser: async (id) => users.get(id),
      lockAfterMin: async () => LOCK_AFTER_MIN,
      idled: () => (site.idled += 1),
    },
    machine,
    'window',
  )
  return { site, session }
}

function person(name: string): User {
  const times = { archivedAt: null, createdAt: 0, updatedAt: 0 }
  return { id: name, name, role: 'viewer', language: null, ...times }
}

/** Who is in by the rules as one would say them: whoever entered last, until they lock, leave, are let go or idle. */
interface Expected {
  in: string | null
  /** Whether somebody has ever been in, or locked it. */
  begun: boolean
  activeAt: number
}

async function carryOut(
  act: Act,
  { site, session }: ReturnType<typeof surroundings>,
  expected: Expected,
): Promise<void> {
  const user = 'name' in act ? site.users.get(act.name) : undefined
  switch (act.do) {
    case 'enter':
      if (user) await session.enter(user)
      Object.assign(expected, { in: act.name, begun: true, activeAt: site.now })
      break
    case 'lock':
    case 'leave':
      await session.lock(act.do === 'lock')
      Object.assign(expected, { in: null, begun: true })
      break
    case 'touch':
      session.touch()
      expected.activeAt = site.now
      break
    case 'call':
      session.called()
      break
    case 'wait':
      site.now += act.min * MINUTE
      break
    case 'letGo':
    case 'takeBack':
      if (user) site.users.set(act.name, { ...user, archivedAt: act.do === 'letGo' ? 1 : null })
      break
    case 'become':
      if (user) site.users.set(act.name, { ...user, role: act.role })
  }
  const gone = expected.in !== null && site.users.get(expected.in)?.archivedAt !== null
  const idle = site.now - expected.activeAt >= LOCK_AFTER_MIN * MINUTE
  if (gone || idle) expected.in = null
}

test('whatever happens in whatever order, nobody is in who should not be, and what was let begin ends with it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Machine>('desk', 'api'),
      fc.array(anAct, { maxLength: 40 }),
      async (machine, acts) => {
        const around = surroundings(machine)
        const { session, site } = around
        const expected: Expected = { in: null, begun: machine === 'desk', activeAt: 0 }
        let before = await session.standing()
        for (const act of acts) {
          await carryOut(act, around, expected)
          const now = await session.standing()
          expect(described(now)).toEqual(describedAs(expected, site.users))
          // A stand that has ended and come back is another: what it had let begin has ended.
          const same = described(now) === described(before)
          if (!same) expect(before.until.aborted).toBe(true)
          if (same && !before.until.aborted) expect(now.until).toBe(before.until)
          expect(now.until.aborted).toBe(false)
          before = now
        }
      },
    ),
    { numRuns: 300 },
  )
})

function described(standing: Awaited<ReturnType<Session['standing']>>): string {
  return standing.kind === 'in' ? `${standing.user.name} ${standing.user.role}` : standing.kind
}

function describedAs(expected: Expected, users: ReadonlyMap<string, User>): string {
  if (expected.in !== null) return `${expected.in} ${users.get(expected.in)?.role}`
  return expected.begun ? 'locked' : 'open'
}

test('a user who changes while they are looked up is told as they then are, and a lock meanwhile holds', async () => {
  const { session, site } = surroundings('desk')
  const kim = site.users.get('Kim') ?? person('Kim')
  await session.enter(kim)
  const looking = session.standing()
  const locked = session.lock(true)
  expect((await looking).kind).toBe('locked')
  await locked
  expect([(await session.standing()).kind, session.lastUserId()]).toEqual(['locked', 'Kim'])
})

test('who hung up is told once, and what they had begun ends', async () => {
  const { session, site } = surroundings('desk')
  await session.enter(site.users.get('Kim') ?? person('Kim'))
  const { until } = await session.standing()
  expect(session.end()?.name).toBe('Kim')
  expect([until.aborted, session.end()]).toEqual([true, null])
})
