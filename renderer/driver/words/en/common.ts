/** Words of the frame, and of what both pages have. */
export const common = {
  otherLanguage: 'Svenska',
  language: 'Language',
  skip: 'Skip to content',
  back: 'Back',
  cancel: 'Not now',
  again: 'Try again',
  reload: 'Load the page again',
  toSite: 'To the site’s page',
  loading: 'Loading',
  optional: 'optional',
  unit: { kWh: 'kWh', km: 'km' },
  live: 'Live',
  heardAt: (at: string) => `As of ${at}`,
  practice: 'Practice',
  practiceSays: 'No real money is moved here.',
  test: 'Test',
  testSays: 'Stripe’s test mode: no real money is moved.',
  plugs: {
    IEC_62196_T2: 'Type 2',
    IEC_62196_T2_COMBO: 'CCS',
    CHADEMO: 'CHAdeMO',
    IEC_62196_T1: 'Type 1',
    IEC_62196_T1_COMBO: 'CCS 1',
    DOMESTIC_F: 'Socket',
    TESLA_S: 'Tesla',
  },
  upTo: (kW: string) => `up to ${kW}`,
}

export const time = { tomorrow: 'tomorrow', yesterday: 'yesterday' }
