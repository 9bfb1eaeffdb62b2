/** What the first connector of a station is about. */
export type Phase =
  | 'free'
  | 'preparing'
  | 'charging'
  | 'paused'
  | 'carPaused'
  | 'finished'
  | 'fault'
  | 'offline'
  | 'out'

/** The phases that stations are dealt, one after the other. */
export const phases: readonly Phase[] = [
  'charging',
  'free',
  'charging',
  'paused',
  'charging',
  'offline',
  'finished',
  'charging',
  'fault',
  'carPaused',
  'preparing',
  'out',
]

/** Makes with invented names. */
export const makes = [
  { prefix: 'NVK', vendor: 'Norvik', model: 'Pole 22', firmware: '4.1.2', connectors: 1 },
  { prefix: 'BRG', vendor: 'Berghem', model: 'Duo', firmware: '2024.11', connectors: 2 },
  { prefix: 'HLX', vendor: 'Helix', model: 'Wallbox 11', firmware: '1.0.9-rc2', connectors: 1 },
  { prefix: 'FST', vendor: 'Fastmark', model: 'DC 150', firmware: '7.3', connectors: 2 },
] as const

/** Id tokens and whose they are. */
export const tokens = [
  ['04A2B91C', 'Åsa, vaktmästeri'],
  ['04F7720E', 'Vaktmästeri, reserv'],
  ['ABC123', 'Skåpbil ABC 123'],
  ['DEF456', 'Skåpbil DEF 456'],
  ['GHI789', 'Poolbil, borttappad bricka'],
  ['JKL012', 'Lastbil JKL 012'],
  ['GAST-7', 'Gäst, hyrbil'],
  ['MNO345', ''],
] as const
