import type { ConnectorStandard } from '../connector/equipment.ts'
import { vehicleWords } from '../vehicle/vehicle.ts'
import {
  type Cell,
  type CellRead,
  choiceField,
  chooser,
  clockField,
  type Field,
  notAChoice,
  quantityField,
  referenceField,
  textField,
} from './field.ts'

const words = vehicleWords.shape

/** What people call the plugs. */
export const standardWords: Record<ConnectorStandard, readonly string[]> = {
  IEC_62196_T2: ['Type 2', 'Typ 2', 'T2', 'Mennekes'],
  IEC_62196_T2_COMBO: ['CCS', 'CCS2', 'Combo 2', 'CCS Combo 2'],
  CHADEMO: ['CHAdeMO'],
  IEC_62196_T1: ['Type 1', 'Typ 1', 'T1', 'J1772'],
  IEC_62196_T1_COMBO: ['CCS1', 'Combo 1', 'CCS Combo 1'],
  DOMESTIC_F: ['Schuko', 'Type F', 'Typ F'],
  TESLA_S: ['Tesla'],
}
const standardOf = chooser(standardWords)

/** Several plugs in one cell, with `/`, `+`, `|`, a comma or a semicolon between them. */
function readStandards(cell: Cell): CellRead<ConnectorStandard[]> {
  const found = new Set<ConnectorStandard>()
  for (const text of cell.text.split(/[/+|,;]/)) {
    if (text.trim() === '') continue
    const standard = standardOf(text)
    if (standard === undefined)
      return { problem: notAChoice({ text: text.trim(), field: cell.field }, standardWords) }
    found.add(standard)
  }
  return { value: [...found].toSorted() }
}

const phases = choiceField({ 1: ['1'], 2: ['2'], 3: ['3'] }, ['phases', 'faser', 'antal faser'])

const acPhases: Field<1 | 2 | 3> = {
  headings: [...phases.headings, 'AC phases', 'AC-faser'],
  read(cell) {
    const read = phases.read(cell)
    if ('problem' in read) return read
    return { value: read.value === '1' ? 1 : read.value === '2' ? 2 : 3 }
  },
}

/** What a row can tell of a vehicle, under the names the contract has for it. */
export const vehicleFields = {
  plate: {
    ...textField(words.plate, [
      'plate',
      'registration',
      'registration number',
      'reg no',
      'licence plate',
      'license plate',
      'registreringsnummer',
      'regnr',
      'reg nr',
      'regnummer',
      'skylt',
    ]),
    required: true,
  },
  name: textField(words.name, ['name', 'vehicle', 'namn', 'fordon', 'benämning', 'beteckning']),
  customerId: referenceField(
    (known, text) => known.customers(text).map(({ id }) => id),
    ['customer', 'owner', 'fleet', 'kund', 'ägare', 'kundnummer', 'customer number'],
  ),
  batteryWh: quantityField(words.batteryWh, 'Wh', [
    'battery',
    'battery size',
    'battery capacity',
    'batteri',
    'batteristorlek',
    'batterikapacitet',
  ]),
  maxAcW: quantityField(words.maxAcW, 'W', [
    'max AC',
    'AC power',
    'AC',
    'max AC power',
    'AC-effekt',
    'laddeffekt AC',
    'högsta AC',
    'max AC-effekt',
  ]),
  maxDcW: quantityField(words.maxDcW, 'W', [
    'max DC',
    'DC power',
    'DC',
    'max DC power',
    'DC-effekt',
    'laddeffekt DC',
    'högsta DC',
    'max DC-effekt',
  ]),
  acPhases,
  standards: {
    headings: ['plugs', 'plug', 'connectors', 'standards', 'kontakter', 'kontakt', 'uttag'],
    read: readStandards,
  },
  departsAt: clockField([
    'ready by',
    'departs',
    'departure',
    'klar till',
    'avgår',
    'avgångstid',
    'avfärd',
  ]),
  costCentre: textField(words.costCentre, ['cost centre', 'cost center', 'kostnadsställe', 'kst']),
  note: textField(words.note, ['note', 'notes', 'comment', 'anteckning', 'notering', 'kommentar']),
} as const satisfies Record<string, Field<unknown>>
