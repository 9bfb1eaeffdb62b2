import { expect, test } from 'vitest'
import { nameKey, userName } from './user.ts'

test.each(['api', 'API', ' hub ', 'Desk', 'Stripe', 'charger', 'Charger CP-7', 'ＡＰＩ'])(
  'nobody is called “%s”: the journal has it for a machine',
  (name) => expect(userName.safeParse(name).success).toBe(false),
)

test.each(['Kim', 'Åsa Öberg', 'Chargeria', 'D’Artagnan', 'Li', '阿明'])(
  'a person may be called %s',
  (name) => expect(userName.parse(` ${name} `)).toBe(name),
)

test.each(['', '   ', 'K\u0000im', 'Kim\u202egnag', 'Kim\nLi', 'Kim\u200b', 'x'.repeat(61)])(
  'a name that can’t be told from another by eye is none: %j',
  (name) => expect(userName.safeParse(name).success).toBe(false),
)

test('names are the same whatever their case, their spaces, and how their letters are put together', () => {
  expect(nameKey('Åsa  Öberg')).toBe(nameKey('a\u030aSA o\u0308berg'))
  expect(nameKey('Kim')).not.toBe(nameKey('Kin'))
})
