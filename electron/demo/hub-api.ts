import { setTimeout as pause } from 'node:timers/promises'

/** Where the hub's REST interface is, and the bearer token for it. */
export type HubAddress = { api: string; token: string }

/**
 * Asks the hub's REST interface; paths begin after `/api`.
 * @throws when the hub refuses or can't be reached
 */
export async function ask(
  hub: HubAddress,
  method: string,
  path: string,
  body?: object,
): Promise<unknown> {
  const response = await reach(new URL(`/api${path}`, hub.api), {
    method,
    headers: { authorization: `Bearer ${hub.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) {
    throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`)
  }
  return text === '' ? null : JSON.parse(text)
}

/** Tries again for a few seconds: the hub may be coming up beside us. */
async function reach(url: URL, init: RequestInit, attempt = 0): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (attempt >= 20) throw error
    await pause(500)
    return reach(url, init, attempt + 1)
  }
}
