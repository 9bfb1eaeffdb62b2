import { expect, test } from 'vitest'
import { right, rolesWith } from '../../shared/domain/user/role.ts'
import { words as en } from '../i18n/en/session.ts'
import { words as sv } from '../i18n/sv/session.ts'

test.each(right.options.filter((one) => one !== 'anyone' && one !== 'look'))(
  'the sentence on who may %s names the roles that may, and no other',
  (one) => {
    const may = rolesWith(one)
    for (const words of [en, sv]) {
      const said = words.needs[one].toLowerCase()
      const named = Object.entries(words.role).flatMap(([role, word]) =>
        said.includes(word.toLowerCase()) ? [role] : [],
      )
      expect(named.toSorted()).toEqual(may.toSorted())
    }
  },
)

test('everybody who works here may look', () => {
  expect(rolesWith('look')).toHaveLength(5)
})
