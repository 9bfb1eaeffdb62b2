import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import {
  ocppFault,
  type OcppErrorCode,
  type OcppFault,
} from '../../../../shared/domain/ocpp/fault.ts'
import type { SchemaNode } from '../../../../shared/domain/ocpp/schema-node.ts'
import { isTimestamp } from '../../../../shared/domain/ocpp/timestamp.ts'
import { inboundSchema, strictSchema, type PayloadKind } from './schemas.ts'

/** One payload's schema and the check compiled from it; null from `check` means that it fits. */
export interface Validator {
  readonly schema: SchemaNode
  readonly check: (payload: unknown) => OcppFault | null
}

const ajv = new Ajv({
  strict: false,
  // Steps such as 0.1 A are not exact in binary: 16.1 must count as a multiple of 0.1.
  multipleOfPrecision: 6,
  formats: { 'date-time': isTimestamp, uri: (text: string) => URL.canParse(text) },
})

const compiled = new Map<string, Validator | undefined>()

/** The check for what a charger sends, compiled when first asked for. Undefined for an unknown action. */
export function inboundValidator(action: string, kind: PayloadKind): Validator | undefined {
  return once(`in ${action}${kind}`, () => inboundSchema(action, kind))
}

/** The check for what the hub sends: the specification's schema to the letter. */
export function strictValidator(action: string, kind: PayloadKind): Validator | undefined {
  return once(`out ${action}${kind}`, () => strictSchema(action, kind))
}

function once(key: string, derive: () => SchemaNode | undefined): Validator | undefined {
  const known = compiled.get(key)
  if (known !== undefined) return known
  const schema = derive()
  // Unknown actions are not remembered: their names are the sender's to choose.
  if (schema === undefined) return undefined
  const validate: ValidateFunction = ajv.compile(schema)
  const validator: Validator = {
    schema,
    check: (payload) => (validate(payload) ? null : faultOf(validate.errors?.[0])),
  }
  compiled.set(key, validator)
  return validator
}

const CODE_OF_KEYWORD: ReadonlyMap<string, OcppErrorCode> = new Map([
  ['required', 'OccurenceConstraintViolation'],
  ['minItems', 'OccurenceConstraintViolation'],
  ['maxItems', 'OccurenceConstraintViolation'],
  ['type', 'TypeConstraintViolation'],
  ['enum', 'PropertyConstraintViolation'],
  ['maxLength', 'PropertyConstraintViolation'],
  ['minLength', 'PropertyConstraintViolation'],
  ['format', 'PropertyConstraintViolation'],
  ['minimum', 'PropertyConstraintViolation'],
  ['maximum', 'PropertyConstraintViolation'],
  ['multipleOf', 'PropertyConstraintViolation'],
])

/** The CALLERROR of a schema's complaint, by the definitions of OCPP-J 1.6 §4.2.3. */
function faultOf(error: ErrorObject | undefined): OcppFault {
  if (error === undefined)
    return ocppFault('FormationViolation', 'the payload does not fit its schema')
  const place = error.instancePath.slice(1).replaceAll('/', '.')
  // A payload that is no object at all is no payload, rather than a field of the wrong type.
  if (place === '' && error.keyword === 'type') {
    return ocppFault('FormationViolation', 'the payload is not an object')
  }
  const code = CODE_OF_KEYWORD.get(error.keyword) ?? 'FormationViolation'
  return ocppFault(
    code,
    `${place === '' ? 'the payload' : place} ${error.message ?? 'is not as specified'}`,
  )
}
