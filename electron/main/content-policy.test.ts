import { expect, test } from 'vitest'
import { contentPolicy, withStyleNonce } from './content-policy.ts'

test('no script runs that is not one of the page’s files', () => {
  const policy = contentPolicy('n0nce')
  const scripts = policy.split('; ').find((rule) => rule.startsWith('script-src'))
  expect(scripts).toBe(`script-src 'self'`)
  expect(policy).toContain(`default-src 'none'`)
  expect(policy).not.toMatch(/unsafe|\*|https?:/)
})

test('style elements must carry the nonce that the page is told', () => {
  expect(contentPolicy('n0nce')).toContain(`style-src 'self' 'nonce-n0nce'`)
  expect(withStyleNonce('<html><head><title>x</title></head></html>', 'n0nce')).toBe(
    '<html><head><meta property="csp-nonce" nonce="n0nce"><title>x</title></head></html>',
  )
})
