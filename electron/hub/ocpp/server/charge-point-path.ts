const PREFIX = '/ocpp/'

/** As long as an id may be here; a longer one belongs to nobody. */
const MAX_ID = 255

/**
 * The charge point id of `/ocpp/<chargePointId>` (OCPP-J 1.6 §3.1.1: percent-encoded), null when the path leads
 * nowhere or holds no id that can be one.
 */
export function chargePointIdOf(url: string): string | null {
  const path = url.split(/[?#]/, 1)[0] ?? ''
  if (!path.startsWith(PREFIX)) return null
  const encoded = path.slice(PREFIX.length).replace(/\/$/, '')
  if (encoded === '' || encoded.includes('/')) return null
  try {
    const id = decodeURIComponent(encoded)
    return id.length > MAX_ID || /\p{Cc}/u.test(id) ? null : id
  } catch {
    return null
  }
}
