import { describe, expect, test } from 'vitest'
import { driverDoorWords } from '../../../../../shared/domain/driver-door/driver-door.ts'
import { firstDriverDoor } from '../../../../../shared/domain/driver-door/driver-door.ts'
import type { DriverDoor } from '../../../../../shared/domain/driver-door/driver-door.ts'
import { doorFlaws, doorFormOf, doorPatchOf, exposures, fieldsOf, pageUrl } from './door-form.ts'

const door: DriverDoor = { id: 'driverDoor', ...firstDriverDoor, updatedAt: 0 }
const form = doorFormOf(door)
const behind = {
  ...form,
  exposure: 'proxy' as const,
  publicUrl: 'https://charge.example.com/',
  trustedProxies: '127.0.0.1\n 10.0.0.0/24 ',
}

test('a door that is closed is proposed to be opened on the network, and needs nothing more for it', () => {
  expect(form.exposure).toBe('lan')
  expect(doorFlaws(form)).toEqual({})
  expect(doorPatchOf(form, door)).toEqual({ exposure: 'lan' })
  expect(pageUrl(form, '192.168.1.20')).toBe('http://192.168.1.20:9222/charge')
})

test('only what its way of opening asks is sent, whatever else was typed', () => {
  expect(doorPatchOf(behind, door)).toEqual({
    exposure: 'proxy',
    publicUrl: 'https://charge.example.com',
    trustedProxies: ['127.0.0.1', '10.0.0.0/24'],
  })
  expect(doorPatchOf({ ...behind, exposure: 'lan' }, door)).toEqual({ exposure: 'lan' })
  expect(pageUrl(behind, '')).toBe('https://charge.example.com/charge')
})

test('what is sent is what the hub takes', () => {
  for (const exposure of exposures) {
    const typed = { ...behind, exposure, certFile: '/etc/cert.pem', keyFile: '/etc/key.pem' }
    expect(doorFlaws(typed)).toEqual({})
    expect(driverDoorWords.partial().safeParse(doorPatchOf(typed, door)).success).toBe(true)
  }
})

describe('what is wrong is told of the field', () => {
  test('that is missing', () => {
    expect(doorFlaws({ ...form, exposure: 'proxy' })).toEqual({
      publicUrl: { why: 'needed' },
      trustedProxies: { why: 'needed' },
    })
    expect(doorFlaws({ ...form, exposure: 'tls', publicUrl: 'https://a.example' })).toEqual({
      certFile: { why: 'needed' },
      keyFile: { why: 'needed' },
    })
  })

  test.each(['', '-1', '65536', '80a', '1.5'])('the port %s', (port) => {
    expect(doorFlaws({ ...form, port })).toEqual({ port: { why: 'bad' } })
  })

  test('the word in the address, one of the page’s own apart', () => {
    for (const slug of ['', 'Garage', 'a b', '-a'])
      expect(doorFlaws({ ...form, slug })).toEqual({ slug: { why: 'bad' } })
    expect(doorFlaws({ ...form, slug: 'assets' })).toEqual({ slug: { why: 'taken' } })
  })

  test.each(['http://charge.example.com', 'charge.example.com', 'https://a.example/b'])(
    'the public address %s',
    (publicUrl) => {
      expect(doorFlaws({ ...behind, publicUrl })).toEqual({ publicUrl: { why: 'bad' } })
    },
  )

  test('the first proxy that is no address, and too many of them', () => {
    expect(doorFlaws({ ...behind, trustedProxies: '10.0.0.1\nproxy.local' })).toEqual({
      trustedProxies: { why: 'line', line: 'proxy.local' },
    })
    const many = Array.from({ length: 21 }, (_, at) => `10.0.0.${at}`).join('\n')
    expect(doorFlaws({ ...behind, trustedProxies: many })).toEqual({
      trustedProxies: { why: 'many', most: 20 },
    })
  })
})

test('each way asks a port and a word, and files only where there is a certificate', () => {
  for (const exposure of exposures)
    expect(fieldsOf(exposure)).toEqual(expect.arrayContaining(['port', 'slug']))
  expect(exposures.filter((exposure) => fieldsOf(exposure).includes('certFile'))).toEqual(['tls'])
})
