const made = Symbol('made')

/** Markup that is safe to send: made by `html`. */
export type Html = { [made]: string }
type Part = Html | string | number | null | readonly Html[]

/** Markup with text in it; text can never become markup. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const text = strings.reduce((sum, piece, at) => sum + piece + spelled(parts[at] ?? null), '')
  return { [made]: text }
}

/** Markup that somebody else made, such as a drawn code. */
export function trusted(markup: string): Html {
  return { [made]: markup }
}

/** The markup as text. */
export function textOf(markup: Html): string {
  return markup[made]
}

function spelled(part: Part): string {
  if (part === null) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  if (Array.isArray(part)) return part.map(spelled).join('')
  return made in part ? part[made] : ''
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}
