/**
 * The content security policy of the window's page. Scripts and connections come from the page's own
 * files alone. The component library writes style elements at run time, so those are let in: with no
 * script and no other host to reach they can colour the page and nothing more.
 */
export const contentPolicy = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `style-src-attr 'none'`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `base-uri 'none'`,
  `form-action 'none'`,
  `frame-ancestors 'none'`,
].join('; ')
