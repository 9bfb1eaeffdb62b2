import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect, type TLSSocket } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY, SECOND } from '../../../shared/time/instant.ts'
import { eventually } from '../ocpp/server/test-bench/eventually.ts'
import { ask, askRaw } from './test-bench/ask.ts'
import { ownCertificate, type OwnCertificate } from './test-bench/certificate.ts'
import { amply, type MadeUpDoor, madeUpDoor } from './test-bench/made-up-door.ts'

const publicUrl = 'https://localhost:8443'
const FAR = Date.UTC(2125, 0, 1)

let made: MadeUpDoor
let files: { certFile: string; keyFile: string }
beforeEach(async () => {
  made = await madeUpDoor({ exposure: 'off' }, { ...amply, certificateMs: 20 })
  files = { certFile: join(made.dir, 'cert.pem'), keyFile: join(made.dir, 'key.pem') }
})
afterEach(() => made.close())

const lay = ({ cert, key }: OwnCertificate): void => {
  // As certbot does: a new file takes the place of the old.
  writeFileSync(`${files.certFile}.new`, cert)
  writeFileSync(`${files.keyFile}.new`, key)
  renameSync(`${files.certFile}.new`, files.certFile)
  renameSync(`${files.keyFile}.new`, files.keyFile)
}
const open = () => made.set({ exposure: 'tls', publicUrl, ...files })

/** Shakes hands, and tells by which certificate and how. */
function shake(options: { maxVersion?: 'TLSv1.1' | 'TLSv1.2' } = {}): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      ...{ port: made.port, host: '127.0.0.1', rejectUnauthorized: false },
      ...(options.maxVersion === 'TLSv1.1' && { minVersion: 'TLSv1' as const }),
      ...options,
    })
    socket.once('secureConnect', () => {
      resolve(socket)
      socket.end()
    })
    socket.once('error', reject)
  })
}

describe('a door with a certificate of its own', () => {
  test('serves by TLS, and says that it is to be asked so from now on', async () => {
    lay(ownCertificate(FAR))
    const state = await open()
    expect(state).toMatchObject({
      ...{ state: 'open', fault: null, certUntil: FAR, urls: [`${publicUrl}/garage`] },
    })
    expect(state.listensAt).toBe(`[::]:${made.port}`)
    const page = await ask(made.port, '/garage', { tls: true })
    expect(page.status).toBe(200)
    expect(page.headers['strict-transport-security']).toBe('max-age=15552000')
    expect(page.headers['cross-origin-opener-policy']).toBe('same-origin')
    const origin = { origin: `https://127.0.0.1:${made.port}`, host: `127.0.0.1:${made.port}` }
    expect((await ask(made.port, '/api/site', { tls: true, headers: origin })).status).toBe(200)
    const publicly = { host: 'localhost:8443', origin: publicUrl }
    expect((await ask(made.port, '/api/site', { tls: true, headers: publicly })).status).toBe(200)
    const plainly = { origin: `http://127.0.0.1:${made.port}` }
    expect((await ask(made.port, '/api/site', { tls: true, headers: plainly })).status).toBe(403)
  })

  test('speaks no TLS older than 1.2, and nothing else', async () => {
    lay(ownCertificate(FAR))
    await open()
    expect((await shake()).getProtocol()).toBe('TLSv1.3')
    expect((await shake({ maxVersion: 'TLSv1.2' })).getProtocol()).toBe('TLSv1.2')
    await expect(shake({ maxVersion: 'TLSv1.1' })).rejects.toThrow(/protocol/i)
    expect(
      await askRaw(made.port, 'GET /garage HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    ).not.toContain('garage')
  })

  test('counts its connections like the others, and gives their places back', async () => {
    lay(ownCertificate(FAR))
    await made.close()
    made = await madeUpDoor(
      { exposure: 'off' },
      { ...amply, each: { ...amply.each, connections: 2 } },
    )
    files = { certFile: join(made.dir, 'cert.pem'), keyFile: join(made.dir, 'key.pem') }
    lay(ownCertificate(FAR))
    await open()
    for (let times = 0; times < 10; times += 1)
      await eventually(async () => {
        expect((await ask(made.port, '/garage', { tls: true })).status).toBe(200)
      })
    expect(made.door.state().watched).toBe(0)
  })
})

describe('a certificate that isn’t fit', () => {
  test('keeps the door closed, and each fault is told from the others', async () => {
    const good = ownCertificate(FAR)
    const faults: [OwnCertificate, string][] = [
      [{ ...good, cert: 'none' }, 'certBad'],
      [{ ...good, cert: '' }, 'certBad'],
      [{ ...good, key: 'none' }, 'keyBad'],
      [{ ...good, key: good.cert }, 'keyBad'],
      [{ ...good, key: ownCertificate(FAR).key }, 'keyOfAnother'],
      [ownCertificate(Date.now() - DAY), 'certExpired'],
      [
        {
          ...good,
          cert: `${good.cert}-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n`,
        },
        'certBad',
      ],
    ]
    for (const [certificate, fault] of faults) {
      lay(certificate)
      expect([fault, await open()]).toMatchObject([fault, { state: 'failed', fault, urls: [] }])
    }
    lay(good)
    rmSync(files.keyFile)
    expect(await open()).toMatchObject({ fault: 'keyUnreadable' })
    rmSync(files.certFile)
    expect(await open()).toMatchObject({ fault: 'certUnreadable' })
    expect(made.log.join()).not.toContain('PRIVATE')
  })
})

test('a renewed certificate is shown without anybody being let go of, and one that isn’t fit never is', async () => {
  const first = ownCertificate(FAR)
  const second = ownCertificate(FAR + DAY)
  const shown = async () => (await shake()).getPeerX509Certificate()?.toString()
  lay(first)
  await open()
  expect(await shown()).toBe(first.cert)
  const before = made.port
  lay(second)
  await eventually(async () => expect(await shown()).toBe(second.cert))
  await eventually(() =>
    expect(made.door.state()).toMatchObject({ fault: null, certUntil: FAR + DAY }),
  )
  writeFileSync(files.certFile, first.cert)
  await eventually(() =>
    expect(made.door.state()).toMatchObject({ state: 'open', fault: 'keyOfAnother' }),
  )
  expect(await shown()).toBe(second.cert)
  writeFileSync(files.keyFile, first.key)
  await eventually(async () => expect(await shown()).toBe(first.cert))
  await eventually(() => expect(made.door.state()).toMatchObject({ fault: null, certUntil: FAR }))
  expect(made.port).toBe(before)
})

test('a certificate that ends while it is shown is said to be over, and shown all the same until there is another', async () => {
  const next = ownCertificate(FAR)
  lay(ownCertificate(Date.now() + 2 * SECOND))
  expect(await open()).toMatchObject({ state: 'open', fault: null })
  await eventually(() =>
    expect(made.door.state()).toMatchObject({ state: 'open', fault: 'certExpired' }),
  )
  expect((await ask(made.port, '/garage', { tls: true })).status).toBe(200)
  lay(next)
  await eventually(() =>
    expect(made.door.state()).toMatchObject({ state: 'open', fault: null, certUntil: FAR }),
  )
})
