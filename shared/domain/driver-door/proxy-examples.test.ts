import { expect, test } from 'vitest'
import { caddyExample, nginxExample } from './proxy-examples.ts'

const asked = { publicHost: 'charge.example.com', upstream: '192.168.1.20:9222' }
const both = [caddyExample(asked), nginxExample(asked)]

test('both bring the public host to where the door listens, and every bracket is closed', () => {
  for (const text of both) {
    expect(text).toContain('charge.example.com')
    expect(text).toContain('192.168.1.20:9222')
    expect(text.split('{')).toHaveLength(text.split('}').length)
  }
})

test('addresses that open something are left out of both logs', () => {
  expect(caddyExample(asked)).toMatch(/log_skip \/b\/\*\s+log_skip \/r\/\*/)
  const [, place = ''] = /location ~ \^\/\[br\]\/ \{([^}]*)\}/.exec(nginxExample(asked)) ?? []
  expect(place).toContain('access_log off;')
  expect(place).toContain('error_log /var/log/nginx/error.log crit;')
  expect(place).toContain('proxy_pass http://192.168.1.20:9222;')
})

test('the proxy says itself whom it serves, and what browsers claim is dropped', () => {
  expect(caddyExample(asked)).toContain('header_up -Forwarded')
  const nginx = nginxExample(asked)
  expect(nginx).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
  expect(nginx).not.toContain('$proxy_add_x_forwarded_for')
  expect(nginx).toContain('proxy_set_header Forwarded "";')
})

test('live news isn’t held back', () => {
  expect(caddyExample(asked)).toContain('flush_interval -1')
  expect(nginxExample(asked)).toContain('proxy_buffering off;')
})

test('nginx listens on the port of the public host, and sends those on 80 to TLS only beside 443', () => {
  expect(nginxExample(asked)).toContain('return 301 https://$host$request_uri;')
  const other = nginxExample({ ...asked, publicHost: 'charge.example.com:8443' })
  expect(other).toContain('listen 8443 ssl;')
  expect(other).toContain('server_name charge.example.com;')
  expect(other).not.toContain('listen 80;')
})
