import { idTokenInput, type IdTokenStatus } from '../id-token/id-token.ts'
import { choiceField, type Field, momentField, referenceField, textField } from './field.ts'
import { readLastDay } from './moment.ts'

/** What people call a token's status. */
const statusWords: Record<IdTokenStatus, readonly string[]> = {
  Accepted: ['Accepted', 'yes', 'active', 'godkänd', 'ja', 'aktiv', 'giltig'],
  Blocked: ['Blocked', 'no', 'spärrad', 'blockerad', 'nej'],
  Expired: ['Expired', 'utgången'],
  Invalid: ['Invalid', 'ogiltig'],
}

const { idToken, label, parentIdToken } = idTokenInput.shape

/** What a row can tell of an id token, under the names the contract has for it. */
export const tokenFields = {
  idToken: {
    ...textField(idToken, [
      'token',
      'id token',
      'tag',
      'id tag',
      'RFID',
      'card',
      'card number',
      'UID',
      'bricka',
      'tagg',
      'kort',
      'kortnummer',
      'taggnummer',
      'RFID-nummer',
    ]),
    required: true,
  },
  label: textField(label.unwrap(), [
    'label',
    'name',
    'whose',
    'holder',
    'namn',
    'innehavare',
    'vems',
    'beskrivning',
  ]),
  status: choiceField(statusWords, ['status', 'state', 'läge']),
  parentIdToken: textField(parentIdToken.unwrap(), ['group', 'parent', 'parent id tag', 'grupp']),
  expiresAt: momentField(readLastDay, [
    'last day',
    'expires',
    'expiry',
    'valid through',
    'valid to',
    'sista dag',
    'giltig till',
    'giltig t.o.m.',
    'utgår',
    'går ut',
  ]),
  vehicleId: referenceField(
    (known, text) => known.vehicles(text).map(({ id }) => id),
    ['plate', 'vehicle', 'regnr', 'reg nr', 'registreringsnummer', 'fordon'],
  ),
  customerId: referenceField(
    (known, text) => known.customers(text).map(({ id }) => id),
    ['customer', 'kund', 'kundnummer', 'customer number'],
  ),
} as const satisfies Record<string, Field<unknown>>
