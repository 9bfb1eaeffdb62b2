import { WebSocketServer } from 'ws'

/**
 * The baseline: a socket server that parses every frame and echoes its payload as the CALLRESULT. It
 * stores nothing, checks nothing and knows nobody.
 */
const server = new WebSocketServer({
  host: '127.0.0.1',
  port: 0,
  perMessageDeflate: false,
  handleProtocols: () => 'ocpp1.6',
})
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const frame: unknown = JSON.parse(data.toString())
    if (Array.isArray(frame)) socket.send(JSON.stringify([3, frame[1], frame[3]]))
  })
})
server.on('listening', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') process.send?.({ port: address.port })
})
process.on('disconnect', () => process.exit(0))
