/** Where on the page one is: the site's page (perhaps begun at a connector), where Stripe sends payers back to, a visit. */
export type Where =
  | { readonly page: 'site'; readonly slug: string; readonly place: string | null }
  | { readonly page: 'back'; readonly slug: string }
  | { readonly page: 'visit'; readonly token: string }
  | { readonly page: 'nowhere' }

/** What a path of the page's own addresses means. */
export function whereOf(path: string): Where {
  const [first = '', second = '', ...rest] = path.replace(/^\/|\/$/g, '').split('/')
  if (rest.length > 0 || first === '') return { page: 'nowhere' }
  if (first === 'b')
    return /^[\w-]{1,100}$/.test(second) ? { page: 'visit', token: second } : { page: 'nowhere' }
  if (second === 'back') return { page: 'back', slug: first }
  if (second === '') return { page: 'site', slug: first, place: null }
  const place = second.toUpperCase()
  return /^[0-9A-HJKMNP-TV-Z]{6}$/.test(place)
    ? { page: 'site', slug: first, place }
    : { page: 'nowhere' }
}

/** Where a visit's own page is. */
export function visitPath(token: string): string {
  return `/b/${token}`
}
