import type { Plugin } from 'vite'

/**
 * Writes every other letter in a bundle as an escape. V8 keeps a text of plain ASCII in half the memory, and it needs
 * no decoding: a fifth of the time it takes to read the hub's bundle. For strings and patterns only, which is where
 * such letters stand.
 */
export const ascii: Plugin = {
  name: 'ascii',
  generateBundle(_options, bundle) {
    for (const part of Object.values(bundle))
      if (part.type === 'chunk') part.code = part.code.replaceAll(/[^\0-\x7F]/g, escaped)
  },
}

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
