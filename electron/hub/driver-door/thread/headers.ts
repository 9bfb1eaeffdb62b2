/**
 * What the page may do: run its own files and talk to where it came from. Nothing is written in line, so nothing that got
 * into the page by mistake runs.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const NOTHING_ALLOWED = [
  ...['accelerometer', 'autoplay', 'camera', 'display-capture', 'encrypted-media', 'fullscreen'],
  ...['geolocation', 'gyroscope', 'hid', 'idle-detection', 'magnetometer', 'microphone', 'midi'],
  ...['payment', 'picture-in-picture', 'publickey-credentials-get', 'screen-wake-lock', 'serial'],
  ...['sync-xhr', 'usb', 'xr-spatial-tracking'],
]
  .map((feature) => `${feature}=()`)
  .join(', ')

/** 180 days: a site that gives up its certificate is not out of reach for longer than that. */
const HSTS = `max-age=${180 * 24 * 60 * 60}`

export interface HeaderChoice {
  /** Whether the phone came by TLS. */
  readonly isSecure: boolean
  /** Where one page has a policy of its own. */
  readonly policy?: string
}

/** What every answer says: who may use it for what. Nothing of it says what serves it. */
export function guardHeaders({ isSecure, policy }: HeaderChoice): Record<string, string> {
  return {
    'content-security-policy': policy ?? PAGE_POLICY,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': NOTHING_ALLOWED,
    'x-robots-tag': 'noindex, nofollow',
    // Browsers know these two over TLS alone.
    ...(isSecure
      ? { 'strict-transport-security': HSTS, 'cross-origin-opener-policy': 'same-origin' }
      : {}),
  }
}
