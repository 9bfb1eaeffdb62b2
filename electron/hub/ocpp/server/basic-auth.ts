/** So many readings of one header are tried; nobody has more colons than that. */
const MOST_READINGS = 8

const COLON = 0x3a

/**
 * The passwords that a Basic Authorization header may mean, likeliest first; none when there is no such header.
 * After `<chargePointId>:` (OCPP-J 1.6 §6.2) everything is the password, colons and unprintable bytes included.
 * Otherwise the user name is unlike the id and may itself hold colons, so each colon is tried as the border.
 */
export function passwordsOf(header: string | undefined, chargePointId: string): readonly Buffer[] {
  const match = /^basic +([a-z0-9+/=_-]+) *$/i.exec(header ?? '')
  if (match?.[1] === undefined) return []
  const decoded = Buffer.from(match[1], 'base64')
  const userName = Buffer.from(`${chargePointId}:`)
  if (decoded.subarray(0, userName.length).equals(userName)) {
    return [decoded.subarray(userName.length)]
  }
  const readings: Buffer[] = []
  let border = decoded.indexOf(COLON)
  while (border !== -1 && readings.length < MOST_READINGS) {
    readings.push(decoded.subarray(border + 1))
    border = decoded.indexOf(COLON, border + 1)
  }
  return readings
}
