import type { Plugin } from 'vite'

/** Who asks for a thing of Node's long before it needs it, and how to ask without loading it. */
const rewrites: readonly { readonly file: RegExp; readonly from: RegExp; readonly to: string }[] = [
  // Node loads all of fetch, HTTP/2 included, when `FormData` is first said; each message is asked.
  {
    file: /[/\\]@orpc[/\\]/,
    from: /\b(\w+) instanceof FormData\b/g,
    to: `(Object.prototype.toString.call($1) === '[object FormData]')`,
  },
  // Web streams are for an HTTP body of events, which no caller sends yet.
  {
    file: /[/\\]@orpc[/\\]standard-server[/\\]/,
    from: /^class EventDecoderStream extends TransformStream \{$/gm,
    to: 'const EventDecoderStream = () => class extends TransformStream {',
  },
  {
    file: /[/\\]@orpc[/\\]standard-server-fetch[/\\]/,
    from: /new EventDecoderStream\(\)/g,
    to: 'new (EventDecoderStream())()',
  },
  // Only a client of wss:// needs them.
  {
    file: /[/\\]ws[/\\]lib[/\\]websocket\.js$/,
    from: /^const (https|tls) = require\('\1'\);$/gm,
    to: '',
  },
  {
    file: /[/\\]ws[/\\]lib[/\\]websocket\.js$/,
    from: /\b(https|tls)\.(request|get|connect)\b/g,
    to: `require('node:$1').$2`,
  },
  // Only a socket that compresses needs it; ours don't.
  {
    file: /[/\\]ws[/\\]lib[/\\]permessage-deflate\.js$/,
    from: /^const zlib = require\('zlib'\);$/gm,
    to: '',
  },
  {
    file: /[/\\]ws[/\\]lib[/\\]permessage-deflate\.js$/,
    from: /\bzlib\.(createInflateRaw|createDeflateRaw|Z_\w+)/g,
    to: `require('node:zlib').$1`,
  },
  // Only a claim that does not hold needs it.
  {
    file: /[/\\](sonic-boom|thread-stream)[/\\]index\.js$/,
    from: /^const assert = require\('assert'\)$/gm,
    to: `const assert = (holds, why) => { if (!holds) require('node:assert').fail(why) }`,
  },
]

/** Keeps libraries from loading at start-up what they may need later: 70 ms of the hub's start. */
export const lateModules: Plugin = {
  name: 'late-modules',
  transform(code, id) {
    let late = code
    for (const rewrite of rewrites) {
      if (!rewrite.file.test(id)) continue
      const before = late
      late = before.replace(rewrite.from, rewrite.to)
      if (late !== before) found.add(rewrite)
    }
    return late === code ? null : { code: late, map: null }
  },
}

const found = new Set<(typeof rewrites)[number]>()

/** What none of the bundles built so far had: a library has changed, and its rewrite must follow it or go. */
export function lostRewrites(): string[] {
  return rewrites.filter((rewrite) => !found.has(rewrite)).map(({ from }) => String(from))
}
