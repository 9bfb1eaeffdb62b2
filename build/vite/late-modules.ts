import type { Plugin } from 'vite'

/** Who asks for a thing of Node's long before it needs it, and how to ask without loading it. */
const rewrites: readonly { readonly file: RegExp; readonly from: RegExp; readonly to: string }[] = [
  // Node loads all of fetch, HTTP/2 included, when `FormData` is first said; each message is asked.
  {
    file: /[/\\]@orpc[/\\]/,
    from: /\b(\w+) instanceof FormData\b/g,
    to: `(Object.prototype.toString.call($1) === '[object FormData]')`,
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
]

/** Keeps libraries from loading at start-up what they may need later: 60 ms of the hub's start. */
export const lateModules: Plugin = {
  name: 'late-modules',
  transform(code, id) {
    const late = rewrites
      .filter(({ file }) => file.test(id))
      .reduce((text, { from, to }) => text.replace(from, to), code)
    return late === code ? null : { code: late, map: null }
  },
}
