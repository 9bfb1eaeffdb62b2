/** The sites whose pages the app links to. Nothing else is ever handed to the browser. */
const allowedHosts: ReadonlySet<string> = new Set([
  'openchargealliance.org',
  'www.openchargealliance.org',
  'dashboard.stripe.com',
])

/** What a letter may carry besides whom it is to: no further receiver, no file. */
const letterParts: ReadonlySet<string> = new Set(['subject', 'body'])

/** A person's number as it is dialled: no emergency number, and nothing that an exchange would take for a command. */
const dialled = /^\+?\d{5,20}$/

const longestLink = 2048
const longestLetter = 8192

/**
 * Whether a link may be opened outside: a page by https, on a listed host, no credentials, usual port; or a letter in
 * the person's own mail or message program; or a call to a number.
 */
export function isAllowedLink(link: unknown): link is string {
  if (typeof link !== 'string' || link.length > longestLetter) return false
  try {
    const url = new URL(link)
    if (url.protocol === 'tel:') return dialled.test(url.pathname) && url.search === ''
    if (url.protocol === 'mailto:' || url.protocol === 'sms:') return isLetter(url)
    return (
      link.length <= longestLink &&
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

/** Whether a link leads to where one of these pages is: the same scheme, host and port, and no credentials. */
export function isAtOneOf(link: unknown, pages: readonly string[]): link is string {
  if (typeof link !== 'string' || link.length > longestLink) return false
  try {
    const url = new URL(link)
    const isPage = url.protocol === 'https:' || url.protocol === 'http:'
    const isBare = url.username === '' && url.password === ''
    return isPage && isBare && pages.some((page) => new URL(page).origin === url.origin)
  } catch {
    return false
  }
}

/** One receiver at most: a comma would be two, and behind the end of a line a header of its own may stand. */
function isLetter({ pathname, searchParams }: URL): boolean {
  return (
    !/[,;?&]|%(?:2c|3b|0a|0d)/i.test(pathname) &&
    [...searchParams.keys()].every((name) => letterParts.has(name))
  )
}
