import type { ErrorObject } from 'ajv'
import type { FormFields } from '../http/form.ts'
import { invalid } from '../http/refused.ts'
import type { Refused } from '../http/refused.ts'
import { coerced } from './coerce.ts'
import type { Requests } from './roots.ts'
import { paramErrors, requestSchema } from './schemas.ts'

/**
 * An endpoint's parameters out of a form.
 * @throws Refused that names the parameter, in Stripe's words
 */
export function readParams<Name extends keyof Requests>(
  endpoint: Name,
  form: FormFields,
): Requests[Name] {
  const params = coerced(requestSchema(endpoint), form)
  const errors = paramErrors(endpoint, params)
  if (errors.length > 0) throw worded(worst(errors), params)
  // The schema is made from this very type.
  return params as Requests[Name]
}

/**
 * The error that says most. A value that fits none of several shapes fails all of them; what is wrong
 * deepest inside is what was meant.
 */
function worst(errors: ErrorObject[]): ErrorObject {
  const [first, ...rest] = errors
  if (first === undefined) throw new Error('no error to tell')
  return rest.reduce((told, error) => (weight(error) > weight(told) ? error : told), first)
}

const told = ['additionalProperties', 'required', 'enum', 'type']
function weight({ instancePath, keyword, params }: ErrorObject): number {
  const depth = instancePath.split('/').length * 10
  const emptied = keyword === 'enum' && isOnlyEmpty(params) ? -6 : 0
  const nulled = keyword === 'type' && Reflect.get(params, 'type') === 'null' ? -6 : 0
  return (
    depth +
    (told.length - told.indexOf(keyword)) * (told.includes(keyword) ? 1 : 0) +
    emptied +
    nulled
  )
}

function isOnlyEmpty(params: object): boolean {
  const allowed: unknown = Reflect.get(params, 'allowedValues')
  return Array.isArray(allowed) && allowed.length === 1 && allowed[0] === ''
}

function worded({ instancePath, keyword, params }: ErrorObject, sent: unknown): Refused {
  const path = instancePath.split('/').slice(1)
  const value = path.reduce<unknown>(
    (held, key) => (typeof held === 'object' && held !== null ? Reflect.get(held, key) : undefined),
    sent,
  )
  const param = bracketed(path)
  if (keyword === 'additionalProperties') {
    const unknown = bracketed([...path, String(Reflect.get(params, 'additionalProperty'))])
    return invalid(`Received unknown parameter: ${unknown}`, {
      code: 'parameter_unknown',
      param: unknown,
    })
  }
  if (keyword === 'required') {
    const absent = bracketed([...path, String(Reflect.get(params, 'missingProperty'))])
    return invalid(`Missing required param: ${absent}.`, {
      code: 'parameter_missing',
      param: absent,
    })
  }
  if (value === '') {
    return invalid(
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
      { code: 'parameter_invalid_empty', param },
    )
  }
  if (keyword === 'enum') {
    const allowed: unknown = Reflect.get(params, 'allowedValues')
    return invalid(`Invalid ${param}: must be one of ${listed(allowed)}`, { param })
  }
  const type = String(Reflect.get(params, 'type'))
  const code = type === 'integer' ? { code: 'parameter_invalid_integer' } : {}
  return invalid(`Invalid ${type === 'object' ? 'object' : type}: ${String(value)}`, {
    ...code,
    param,
  })
}

function bracketed([head = '', ...rest]: string[]): string {
  return `${head}${rest.map((key) => `[${key}]`).join('')}`
}

function listed(values: unknown): string {
  const words = Array.isArray(values) ? values.map(String) : []
  return `${words.slice(0, -1).join(', ')}, or ${words.at(-1) ?? ''}`
}
