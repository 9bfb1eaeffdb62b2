import type { common as en, time as enTime } from '../en/common.ts'

/** Words of the frame, and of what both pages have. */
export const common: typeof en = {
  otherLanguage: 'English',
  language: 'Språk',
  skip: 'Till innehållet',
  back: 'Tillbaka',
  cancel: 'Inte nu',
  again: 'Försök igen',
  reload: 'Ladda om sidan',
  toSite: 'Till anläggningens sida',
  loading: 'Läser in',
  optional: 'frivilligt',
  unit: { kWh: 'kWh', km: 'km' },
  live: 'Direkt',
  heardAt: (at) => `Läget ${at}`,
  practice: 'Övning',
  practiceSays: 'Inga riktiga pengar flyttas här.',
  test: 'Test',
  testSays: 'Stripes testläge: inga riktiga pengar flyttas.',
  plugs: {
    IEC_62196_T2: 'Typ 2',
    IEC_62196_T2_COMBO: 'CCS',
    CHADEMO: 'CHAdeMO',
    IEC_62196_T1: 'Typ 1',
    IEC_62196_T1_COMBO: 'CCS 1',
    DOMESTIC_F: 'Uttag',
    TESLA_S: 'Tesla',
  },
  upTo: (kW) => `upp till ${kW}`,
}

export const time: typeof enTime = { tomorrow: 'i morgon', yesterday: 'i går' }
