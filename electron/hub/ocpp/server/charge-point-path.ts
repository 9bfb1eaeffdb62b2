const PREFIX = '/ocpp/'

/** As long as an id may be here; a longer one belongs to nobody. */
const MAX_ID = 255

/**
 * The charge point id of `/ocpp/<chargePointId>` (OCPP-J 1.6 §3.1.1: percent-encoded), null when the path is
 * ours but holds no id that can be one, undefined when the path is somebody else's.
 */
export function chargePointIdOf(url: string | undefined): string | null | undefined {
  const path = (url ?? '').split(/[?#]/, 1)[0] ?? ''
  if (!path.startsWith(PREFIX)) return undefined
  const encoded = path.slice(PREFIX.length).replace(/\/$/, '')
  if (encoded === '' || encoded.includes('/')) return null
  try {
    const id = decodeURIComponent(encoded)
    // oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused here
    return id.length > MAX_ID || /[\u0000-\u001f\u007f]/.test(id) ? null : id
  } catch {
    return null
  }
}
