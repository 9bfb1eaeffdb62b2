/** What the preload posts into the window together with a port to the hub. */
export const PORT_MESSAGE = 'laddplan:port'

/** Calls back with every port to the hub that the preload hands in: one at the start, one after each restart. */
export function onPort(callback: (port: MessagePort) => void): () => void {
  const listener = (event: MessageEvent<unknown>) => {
    const port = event.ports[0]
    if (event.source === window && event.data === PORT_MESSAGE && port) callback(port)
  }
  window.addEventListener('message', listener)
  return () => window.removeEventListener('message', listener)
}
