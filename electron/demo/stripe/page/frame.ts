import { createHash } from 'node:crypto'
import type { PageAnswer } from './answer.ts'
import { html, textOf, trusted } from './html.ts'
import type { Html } from './html.ts'
import type { Reader } from './words.ts'

const STYLE = `
:root { color-scheme: light dark; --ink: #16181d; --soft: #5b6270; --line: #d5d9e0; --paper: #fff; --ground: #f3f5f8; --accent: #0b5cad; --bad: #a81e1e; --note: #fff3c4; --note-ink: #4a3b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceef2; --soft: #a5adba; --line: #3a404b; --paper: #1d2128; --ground: #13161b; --accent: #6fb1f7; --bad: #ff9b93; --note: #4a3d05; --note-ink: #ffeeb0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
header { background: var(--note); color: var(--note-ink); padding: .6rem 1rem; text-align: center; }
header strong { display: block; }
main { max-width: 30rem; margin: 1.5rem auto; padding: 1.25rem; background: var(--paper); border: 1px solid var(--line); border-radius: .75rem; }
h1 { font-size: 1.35rem; margin: 0 0 .5rem; } h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p { margin: .4rem 0; } .soft { color: var(--soft); } .sum { font-size: 1.9rem; font-variant-numeric: tabular-nums; margin: 0; }
dl { display: grid; grid-template-columns: 1fr auto; gap: .25rem 1rem; margin: 1rem 0; } dt, dd { margin: 0; } dd { text-align: right; font-variant-numeric: tabular-nums; }
.all { border-top: 1px solid var(--line); padding-top: .25rem; font-weight: 600; }
label { display: block; margin: .6rem 0 0; font-size: .9rem; }
input { width: 100%; font: inherit; padding: .6rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--paper); color: var(--ink); }
.two { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
button, .button { display: block; width: 100%; margin-top: .75rem; padding: .75rem; font: inherit; font-weight: 600; text-align: center; text-decoration: none; border: 1px solid var(--accent); border-radius: .5rem; background: var(--accent); color: var(--paper); cursor: pointer; }
button.quiet, .button.quiet { background: transparent; color: var(--accent); }
.chips { display: flex; flex-wrap: wrap; gap: .4rem; list-style: none; padding: 0; margin: .4rem 0; } .chips a { display: block; padding: .35rem .6rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--ink); text-decoration: none; font-size: .85rem; }
.chips a[aria-current] { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.bad { color: var(--bad); font-weight: 600; } .qr { display: block; width: 14rem; max-width: 100%; margin: 1rem auto; background: #fff; padding: .5rem; border-radius: .5rem; }
.reader { border-top: 1px solid var(--line); padding: 1rem 0 .25rem; } .reader:first-of-type { border-top: 0; }
`
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')

/** No scripts, no other hosts, no frames; the one style is known by its hash. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${STYLE_HASH}'`,
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** What a page is beside its content. */
export type Frame = {
  title: string
  status?: number
  /** Where the browser goes by itself, and after how many seconds; to the page itself with `''`. */
  goes?: { to: string; afterSeconds: number }
}

/** A whole page, marked as practice. */
export function framed(
  reader: Reader,
  { title, status = 200, goes }: Frame,
  content: Html,
): PageAnswer {
  const { language, words } = reader
  const target = goes === undefined || goes.to === '' ? '' : `; url=${goes.to}`
  const refresh =
    goes === undefined
      ? null
      : html`<meta http-equiv="refresh" content="${goes.afterSeconds}${target}" />`
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        ${refresh}
        <title>${title}</title>
        ${trusted(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <header role="note"><strong>${words.practice}</strong>${words.practiceMore}</header>
        <main>${content}</main>
      </body>
    </html>`
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    },
    body: textOf(page),
  }
}

/** An address that a browser may be sent to; null for anything but the web. */
export function webAddress(url: string | null): string | null {
  if (url === null) return null
  try {
    const { protocol, href } = new URL(url)
    return protocol === 'http:' || protocol === 'https:' ? href : null
  } catch {
    return null
  }
}

/** An amount in minor units as it is read. */
export function amountText({ language }: Reader, amountMinor: number, currency: string): string {
  const format = new Intl.NumberFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    style: 'currency',
    currency,
  })
  const { maximumFractionDigits: digits = 2 } = format.resolvedOptions()
  return format.format(amountMinor / 10 ** digits)
}
