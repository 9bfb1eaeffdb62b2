import { createHash } from 'node:crypto'
import { realpathSync, rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Another hub serves this data folder already. */
export class AlreadyServed extends Error {
  override name = 'AlreadyServed'
}

/**
 * Makes sure that one hub at a time serves a data folder: it holds a local socket, which the system lets go of
 * however the process ends.
 * @returns a function that lets go
 * @param dataDir a folder that is there
 * @throws AlreadyServed
 */
export async function onlyHubOf(dataDir: string): Promise<() => void> {
  const path = meetingPlace(realpathSync(dataDir))
  const server = createServer((peer) => peer.destroy())
  if (!(await listens(server, path))) {
    if (path.startsWith('\0') || (await answers(path)))
      throw new AlreadyServed(`Another Laddplan serves ${dataDir} already. Close that one first.`)
    rmSync(path, { force: true }) // left behind by a hub that was killed
    if (!(await listens(server, path)))
      throw new AlreadyServed(`Another Laddplan has just begun to serve ${dataDir}.`)
  }
  server.unref()
  return () => server.close()
}

/** The same for everybody who serves that folder: on Linux a name that no folder for temporary files holds. */
function meetingPlace(folder: string): string {
  const name = `laddplan-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`
  if (process.platform === 'linux') return `\0${name}`
  return join(tmpdir(), `${name}.sock`)
}

function listens(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    server.once('error', onError)
    server.listen(path, () => {
      server.off('error', onError)
      resolve(true)
    })
  })
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const peer = connect(path)
    peer.once('connect', () => {
      peer.destroy()
      resolve(true)
    })
    peer.once('error', () => resolve(false))
  })
}
