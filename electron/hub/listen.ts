import type { Server } from 'node:http'

/** The port is somebody else's. */
export class PortTaken extends Error {
  override name = 'PortTaken'
}

/** The address is not this machine's. */
export class NoSuchAddress extends Error {
  override name = 'NoSuchAddress'
}

/**
 * Listens and tells the port, which matters when 0 was asked for.
 * @param host null for every address
 * @param flag what a person would give to choose another port
 * @throws PortTaken, NoSuchAddress
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
      else if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
        reject(
          new NoSuchAddress(
            `This machine has no address ${host}. Choose one of its own with --host.`,
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
