import { bookingPlan, type BookingPriority } from '../booking/booking.ts'
import { z } from 'zod'
import {
  choiceField,
  type Field,
  momentField,
  numberField,
  quantityField,
  referenceField,
  textField,
} from './field.ts'
import { readMoment } from './moment.ts'

const priorityWords: Record<BookingPriority, readonly string[]> = {
  low: ['low', 'låg'],
  normal: ['normal', 'medium', 'vanlig'],
  high: ['high', 'hög'],
}

const plan = bookingPlan.shape
const energyWh = z.int().min(1).max(2_000_000)

/** What a row can tell of a booking. `reference` is the sender's own number for it. */
export const bookingFields = {
  reference: textField(z.string().max(80), [
    'reference',
    'ref',
    'booking',
    'booking number',
    'booking id',
    'referens',
    'bokning',
    'bokningsnummer',
    'bokningsnr',
  ]),
  plate: textField(plan.plate, [
    'plate',
    'vehicle',
    'registration',
    'reg no',
    'licence plate',
    'license plate',
    'regnr',
    'reg nr',
    'registreringsnummer',
    'fordon',
  ]),
  station: referenceField(
    (known, text) => known.stations(text).map(({ id }) => id),
    [
      'station',
      'charger',
      'charge point',
      'bay',
      'laddstation',
      'laddare',
      'laddstolpe',
      'laddbox',
      'plats',
    ],
  ),
  connectorId: numberField(z.int().min(1).max(1_000), [
    'connector',
    'outlet',
    'connector number',
    'uttag',
    'kontakt',
    'uttagsnummer',
  ]),
  arrivesAt: {
    ...momentField(readMoment, [
      'arrives',
      'arrival',
      'from',
      'start',
      'starts',
      'ankomst',
      'kommer',
      'ankommer',
      'från',
      'börjar',
    ]),
    required: true,
  },
  departsAt: {
    ...momentField(readMoment, [
      'departs',
      'departure',
      'until',
      'to',
      'end',
      'ends',
      'ready by',
      'avfärd',
      'avgång',
      'avgår',
      'till',
      'slut',
      'slutar',
      'klar till',
    ]),
    required: true,
  },
  latestDepartsAt: momentField(readMoment, [
    'latest departure',
    'latest departs',
    'senaste avfärd',
    'senast klar',
    'senaste avgång',
  ]),
  energyWh: quantityField(energyWh, 'Wh', [
    'energy',
    'need',
    'energi',
    'behov',
    'energibehov',
    'laddbehov',
  ]),
  customerId: referenceField(
    (known, text) => known.customers(text).map(({ id }) => id),
    ['customer', 'kund', 'kundnummer', 'customer number'],
  ),
  idToken: textField(plan.idToken.unwrap(), [
    'token',
    'id token',
    'tag',
    'id tag',
    'RFID',
    'card',
    'bricka',
    'tagg',
    'kort',
  ]),
  priority: choiceField(priorityWords, ['priority', 'prioritet', 'prio']),
  note: textField(plan.note, ['note', 'notes', 'comment', 'anteckning', 'notering', 'kommentar']),
} as const satisfies Record<string, Field<unknown>>
