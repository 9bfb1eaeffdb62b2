/** A piece of a page in which nothing is left to escape. */
export interface Html {
  readonly html: string
}

/** What a template takes: text is escaped, pieces and lists of them stand as they are, null is nothing. */
type Part = string | number | Html | readonly Html[] | null

// Control and format characters, those among them that turn the direction of what follows: nothing on paper has them.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A template whose every value is escaped, so that none can be forgotten. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = texts.map((text, index) => text + (index < parts.length ? of(parts[index]) : ''))
  return { html: written.join('') }
}

function of(part: Part | undefined): string {
  if (part === null || part === undefined) return ''
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return escaped(part)
  return 'html' in part ? part.html : part.map((piece) => piece.html).join('')
}

function escaped(text: string): string {
  return text.replace(HIDDEN, '·').replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '')
}
