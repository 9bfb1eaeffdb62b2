import { describe, expect, test } from 'vitest'
import { isAllowedLink, isAtOneOf } from './external-link.ts'

describe('a link handed to the browser', () => {
  test('is https and of a listed site', () => {
    expect(isAllowedLink('https://openchargealliance.org/protocols/')).toBe(true)
  })

  test('may be a page of Stripe’s dashboard', () => {
    expect(isAllowedLink('https://dashboard.stripe.com/disputes/du_1')).toBe(true)
  })

  test('may be a letter in one’s own mail or message program', () => {
    expect(isAllowedLink('mailto:kim%40example.com?subject=Hej&body=Betala%20h%C3%A4r')).toBe(true)
    expect(isAllowedLink('sms:+46705550123?body=Hej')).toBe(true)
  })

  test('may be a call to somebody’s number', () => {
    expect(isAllowedLink('tel:+46705550123')).toBe(true)
    expect(isAllowedLink('tel:0705550123')).toBe(true)
  })

  test.each([
    'mailto:kim@example.com?bcc=else@example.com',
    'mailto:kim@example.com?attach=/etc/passwd',
    'mailto:kim@example.com,else@example.com?body=x',
    'mailto:kim@example.com%2Celse@example.com?body=x',
    'mailto:kim@example.com%0D%0ABcc:else@example.com?body=x',
    `mailto:kim@example.com?body=${'a'.repeat(9000)}`,
    'tel:112',
    'tel:*21*0705550123%23',
    'tel:+46705550123?x=1',
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

describe('a link to the driver’s page', () => {
  const pages = ['http://192.168.1.20:9222/charge', 'https://charge.example.com/garage']

  test('is at one of the addresses where it is open', () => {
    expect(isAtOneOf('http://192.168.1.20:9222/charge', pages)).toBe(true)
    expect(isAtOneOf('https://charge.example.com/garage/A1B2C3', pages)).toBe(true)
  })

  test.each([
    'https://192.168.1.20:9222/charge',
    'http://192.168.1.20/charge',
    'http://charge.example.com/garage',
    'https://charge.example.com.example.org/garage',
    'https://user:pw@charge.example.com/garage',
    'https://example.org/?https://charge.example.com/garage',
    'javascript:alert(1)',
    `https://charge.example.com/${'a'.repeat(3000)}`,
    'charge.example.com',
    null,
  ])('%s is none', (link) => {
    expect(isAtOneOf(link, pages)).toBe(false)
  })

  test('is none while the page is closed', () => {
    expect(isAtOneOf('http://192.168.1.20:9222/charge', [])).toBe(false)
  })
})
