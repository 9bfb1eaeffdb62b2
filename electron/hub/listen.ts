import type { Server } from 'node:http'

/** The port is somebody else's. */
export class PortTaken extends Error {
  override name = 'PortTaken'
}

/**
 * Listens and tells the port, which matters when 0 was asked for.
 * @param host null for every address
 * @param flag what a person would give to choose another port
 * @throws PortTaken
 */
export function listen(
  server: Server,
  port: number,
  host: string | null,
  flag: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new PortTaken(`Port ${port} is taken by another program. Choose another with ${flag}.`),
        )
      else if (error.code === 'EACCES')
        reject(
          new PortTaken(
            `Port ${port} may not be used by this account. Choose one above 1023 with ${flag}.`,
          ),
        )
      else reject(error)
    })
    server.listen(port, host ?? undefined, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}
