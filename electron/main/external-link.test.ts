import { describe, expect, test } from 'vitest'
import { isAllowedLink } from './external-link.ts'

describe('a link handed to the browser', () => {
  test('is https and of a listed site', () => {
    expect(isAllowedLink('https://openchargealliance.org/protocols/')).toBe(true)
  })

  test.each([
    'http://openchargealliance.org/',
    'https://openchargealliance.org.example.com/',
    'https://user:pw@openchargealliance.org/',
    'https://openchargealliance.org:8443/',
    'https://example.com/?https://openchargealliance.org/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'smb://openchargealliance.org/share',
    `https://openchargealliance.org/${'a'.repeat(3000)}`,
    '',
    null,
    { href: 'https://openchargealliance.org/' },
  ])('%s is refused', (link) => {
    expect(isAllowedLink(link)).toBe(false)
  })
})
