/** What a path asks for. Only these exact shapes are looked at. */
export type DoorPath =
  | { readonly of: 'home' }
  /** The site's page, at whichever of its addresses. */
  | { readonly of: 'site' }
  | { readonly of: 'visit'; readonly token: string }
  | { readonly of: 'receipt'; readonly token: string }
  /** A call of the contract; `path` begins after `/api`. */
  | { readonly of: 'call'; readonly path: string }
  | { readonly of: 'robots' }
  /** One of the page's own files, if there is one of that name. */
  | { readonly of: 'file'; readonly name: string }

/**
 * What a path asks for: null for whatever has none of the shapes, `..` and `%` among it. A token is only looked at for its
 * letters here.
 * @param path as it stands in the request, without what follows `?`
 */
export function doorPath(path: string, slug: string): DoorPath | null {
  if (path === '/') return { of: 'home' }
  if (path === '/robots.txt') return { of: 'robots' }
  // As people type it who read it off a sign.
  if (path === `/${slug}/`) return { of: 'site' }
  const [, first = '', second] =
    /^\/([\w.-]+)(?:\/([\w-]+(?:\.[\w-]+)*|[\w/-]+))?$/.exec(path) ?? []
  if (first === slug) return isSitePart(second) ? { of: 'site' } : null
  if (first === 'api') return second === undefined ? null : { of: 'call', path: `/${second}` }
  if (first === 'b' || first === 'r')
    return second !== undefined && /^[\w-]{1,100}$/.test(second)
      ? { of: first === 'b' ? 'visit' : 'receipt', token: second }
      : null
  if (first === 'assets')
    return second === undefined ? null : { of: 'file', name: `assets/${second}` }
  return /^[\w-]+(?:\.[\w-]+)+$/.test(first) && second === undefined
    ? { of: 'file', name: first }
    : null
}

/** Whether a text has the shape of a link's token; it proves nothing. */
export function isTokenShaped(text: string): boolean {
  return /^[\w-]{48}$/.test(text)
}

/** Nothing more, a connector's code in whichever letters, or where Stripe sends payers back to. */
function isSitePart(part: string | undefined): boolean {
  return part === undefined || part === 'back' || /^[0-9A-HJKMNP-TV-Z]{6}$/i.test(part)
}
