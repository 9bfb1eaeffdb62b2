/** The sites whose pages the app links to. Nothing else is ever handed to the browser. */
const allowedHosts: ReadonlySet<string> = new Set([
  'openchargealliance.org',
  'www.openchargealliance.org',
])

/** Whether a link may be opened in the browser: https, a listed host, no credentials, usual port. */
export function isAllowedLink(link: unknown): link is string {
  if (typeof link !== 'string' || link.length > 2048) return false
  try {
    const url = new URL(link)
    return (
      url.protocol === 'https:' &&
      url.username === '' &&
      url.password === '' &&
      url.port === '' &&
      allowedHosts.has(url.hostname)
    )
  } catch {
    return false
  }
}
