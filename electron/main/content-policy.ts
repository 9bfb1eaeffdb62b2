/** Where the page is told the nonce that its style elements must carry. */
const nonceMark = '<head>'

/**
 * The content security policy of the window's page. Scripts and connections come from the page's own
 * files alone. The component library writes style elements at run time; those carry a nonce.
 */
export function contentPolicy(styleNonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${styleNonce}'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
  ].join('; ')
}

/** The page with `<meta property="csp-nonce" nonce="...">` as the first thing in its head. */
export function withStyleNonce(html: string, styleNonce: string): string {
  return html.replace(nonceMark, `${nonceMark}<meta property="csp-nonce" nonce="${styleNonce}">`)
}
