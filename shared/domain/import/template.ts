import { csvText } from './csv-text.ts'
import type { ImportKind } from './kind.ts'

type Language = 'en' | 'sv'

/** A header and two rows of each kind, as people would write them; the times are of a day that is given. */
const templates: Record<Language, Record<ImportKind, (day: string) => readonly string[][]>> = {
  en: {
    vehicle: () => [
      ['plate', 'name', 'customer', 'battery (kWh)', 'max AC (kW)', 'max DC (kW)', 'phases'],
      ['ABC 123', 'Van 1', '', '77', '11', '150', '3'],
      ['DEF 456', 'Van 2', '', '40.5', '7.4', '50', '1'],
    ],
    idToken: () => [
      ['token', 'label', 'status', 'group', 'last day', 'plate'],
      ['04A1B2C3', 'Kim Berg', 'Accepted', '', '', ''],
      ['04D4E5F6', 'Pool card 2', 'Blocked', 'POOL', '2030-12-31', ''],
    ],
    booking: (day) => [
      ['reference', 'plate', 'station', 'connector', 'arrives', 'departs', 'energy (kWh)', 'note'],
      ['B-1001', 'ABC 123', '', '', `${day} 18:00`, `${day} 21:30`, '32', ''],
      ['B-1002', 'DEF 456', '', '', `${day} 19:00`, `${day} 23:00`, '12.5', 'no hurry'],
    ],
  },
  sv: {
    vehicle: () => [
      ['regnr', 'namn', 'kund', 'batteri (kWh)', 'max AC (kW)', 'max DC (kW)', 'faser'],
      ['ABC 123', 'Skåpbil 1', '', '77', '11', '150', '3'],
      ['DEF 456', 'Skåpbil 2', '', '40,5', '7,4', '50', '1'],
    ],
    idToken: () => [
      ['tagg', 'innehavare', 'status', 'grupp', 'sista dag', 'regnr'],
      ['04A1B2C3', 'Kim Berg', 'godkänd', '', '', ''],
      ['04D4E5F6', 'Poolkort 2', 'spärrad', 'POOL', '2030-12-31', ''],
    ],
    booking: (day) => [
      [
        'referens',
        'regnr',
        'laddstation',
        'uttag',
        'ankomst',
        'avfärd',
        'energi (kWh)',
        'notering',
      ],
      ['B-1001', 'ABC 123', '', '', `${day} 18:00`, `${day} 21:30`, '32', ''],
      ['B-1002', 'DEF 456', '', '', `${day} 19:00`, `${day} 23:00`, '12,5', 'ingen brådska'],
    ],
  },
}

/**
 * A file to begin with: a header and two rows, as the spreadsheets of that language read CSV, byte order mark included.
 * @param day of the bookings in it, yyyy-mm-dd
 */
export function templateText(kind: ImportKind, language: Language, day: string): string {
  return `\ufeff${csvText(templates[language][kind](day), language === 'sv' ? ';' : ',')}`
}
