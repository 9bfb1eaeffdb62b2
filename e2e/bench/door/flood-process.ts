import { connect, type Socket } from 'node:net'

/**
 * Asks a port from 127.0.0.2 as often as it is told, on connections that it keeps for as long as they are kept for it, and
 * opens others where they aren't.
 */
const [port = 0, perSecond = 0, ms = 0] = process.argv.slice(2).map(Number)

const SLOTS = 50
const TICK_MS = 10
const QUESTION = `GET /api/site HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`

const told = { sent: 0, answered: 0, refused: 0, hangUps: 0 }
const sockets: (Socket | undefined)[] = Array.from({ length: SLOTS })

function opened(): Socket {
  const socket = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2' })
  socket.setEncoding('latin1')
  socket.on('data', (text: string) => {
    told.answered += text.match(/HTTP\/1\.1 200/g)?.length ?? 0
    told.refused += text.match(/HTTP\/1\.1 429/g)?.length ?? 0
  })
  socket.on('error', () => undefined)
  socket.once('close', () => (told.hangUps += 1))
  return socket
}

const began = performance.now()
const timer = setInterval(() => {
  const passed = performance.now() - began
  for (const due = (Math.min(passed, ms) / 1_000) * perSecond; told.sent < due; told.sent += 1) {
    const slot = told.sent % SLOTS
    const known = sockets[slot]
    const socket = known === undefined || known.destroyed ? opened() : known
    sockets[slot] = socket
    socket.write(QUESTION)
  }
  if (passed < ms) return
  clearInterval(timer)
  for (const socket of sockets) socket?.destroy()
  process.send?.(told)
}, TICK_MS)
