/** What a form holds once its brackets are read: text, or more of the same by key. */
export type FormValue = string | FormFields
export type FormFields = { [key: string]: FormValue }

/**
 * Reads `a=1&b[c]=2&d[0][e]=3&f[]=4` as Stripe does. Lists stay objects with numbered keys: only the
 * schema knows whether `0` is a place in a list or a key of somebody's metadata.
 */
export function readForm(text: string): FormFields {
  const fields = emptyFields()
  for (const [name, value] of new URLSearchParams(text)) put(fields, keysOf(name), value)
  return fields
}

/** A form in one spelling, so that two requests can be compared. */
export function spellForm(fields: FormFields): string {
  return JSON.stringify(sorted(fields))
}

function keysOf(name: string): string[] {
  const [head = '', ...rest] = name.split('[')
  return [head, ...rest.map((key) => key.replace(/\]$/, ''))]
}

function put(fields: FormFields, [key = '', ...rest]: string[], value: string): void {
  // `f[]` is the next place in the list.
  const place = key === '' ? String(Object.keys(fields).length) : key
  if (rest.length === 0) {
    fields[place] = value
    return
  }
  const held = fields[place]
  const inner = typeof held === 'object' ? held : emptyFields()
  fields[place] = inner
  put(inner, rest, value)
}

function sorted(value: FormValue): unknown {
  if (typeof value === 'string') return value
  return Object.keys(value)
    .sort()
    .map((key) => [key, sorted(value[key] ?? '')])
}

/** Without a prototype: a field may be called `__proto__`. */
function emptyFields(): FormFields {
  const fields: FormFields = Object.create(null)
  return fields
}
