import type { IncomingMessage, ServerResponse } from 'node:http'

/** Reads what came with a request; null where it is more than may come. It rejects where it breaks off. */
export function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  mostBytes: number,
): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.resolve(null)
  // Who asks first whether to send it is told only now that it is wanted.
  if (request.headers.expect !== undefined) response.writeContinue()
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let bytes = 0
    request.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes > mostBytes) resolve(null)
      else parts.push(part)
    })
    request.once('end', () => resolve(Buffer.concat(parts).toString('utf8')))
    request.once('error', reject)
    request.once('close', () => reject(new Error('The request broke off.')))
  })
}
