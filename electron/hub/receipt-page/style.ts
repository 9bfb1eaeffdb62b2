import { createHash } from 'node:crypto'

/** How the page looks: paper in the hand of a phone, and plain paper when it is printed. */
const PAGE_STYLE = `
:root { color-scheme: light }
body { margin: 0; background: #eceff1; color: #000; font: 16px/1.4 system-ui, sans-serif }
main { max-width: 26rem; margin: 0 auto; padding: 1.25rem; background: #fff; font-variant-numeric: tabular-nums }
header, footer { text-align: center }
header p, footer p { margin: 0 }
h1 { margin: 0 0 .25rem; font-size: 1.25rem }
h2 { margin: 1rem 0 .25rem; padding-bottom: .25rem; border-bottom: 1px solid #000; font-size: 1.05rem }
dl { display: grid; grid-template-columns: 38% 1fr; gap: .15rem .5rem; margin: 0 0 .75rem }
dd { margin: 0; overflow-wrap: anywhere }
table { width: 100%; border-collapse: collapse }
th, td { padding: .15rem 0; font-weight: 400; text-align: left; vertical-align: baseline }
th + th, td + td { padding-left: .5rem; text-align: right; white-space: nowrap }
.vat { margin-top: .75rem; border-top: 1px solid #000; font-size: .875rem }
.total td { padding-top: .3rem; border-top: 1px solid #000; font-size: 1.15rem; font-weight: 700 }
.void { margin: 0 0 .75rem; padding: .3rem; border: 2px solid #000; font-weight: 700; text-align: center }
footer { margin-top: 1rem; font-size: .875rem }
nav { max-width: 26rem; margin: 0 auto; padding: .75rem 1.25rem; text-align: right }
nav a { display: inline-block; min-height: 1.75rem; color: #0b4f8a }
nav a:focus-visible { outline: 2px solid #0b4f8a; outline-offset: 2px }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }
@media print { body { background: #fff } nav { display: none } main { max-width: none; padding: 0 } }
@page { margin: 12mm }
`

/** Nothing may stand around the style, a line break neither: the digest is of all that lies between the tags. */
export const STYLE_ELEMENT = `<style>${PAGE_STYLE}</style>`

/** The style's own digest: no other is let in (CSP Level 3, hash-source). */
const styleHash = createHash('sha256').update(PAGE_STYLE).digest('base64')

/** What the page may do: show itself. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
