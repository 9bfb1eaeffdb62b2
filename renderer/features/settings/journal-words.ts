import type { words } from '../../i18n/en/settings.ts'

type Act = keyof typeof words.journal.acts
type Noun = keyof typeof words.journal.nouns

/** The nouns the journal can be narrowed to, in the order they are offered. */
export const journalNouns: readonly Noun[] = [
  'station',
  'candidate',
  'pairing',
  'idToken',
  'vehicle',
  'customer',
  'command',
  'booking',
  'transaction',
  'import',
  'recurring',
  'calendar',
  'site',
]

const acts: Record<Act, true> = {
  'site.update': true,
  'site.newHubSecret': true,
  'station.add': true,
  'station.update': true,
  'station.retire': true,
  'station.rotateKey': true,
  'station.confirmKey': true,
  'station.revokeKey': true,
  'station.setAuthentication': true,
  'station.setEquipment': true,
  'candidate.adopt': true,
  'candidate.refuse': true,
  'pairing.open': true,
  'pairing.close': true,
  'idToken.put': true,
  'idToken.remove': true,
  'vehicle.add': true,
  'vehicle.update': true,
  'vehicle.archive': true,
  'vehicle.restore': true,
  'vehicle.merge': true,
  'customer.add': true,
  'customer.update': true,
  'customer.archive': true,
  'customer.restore': true,
  'customer.merge': true,
  'command.request': true,
  'booking.create': true,
  'booking.change': true,
  'booking.move': true,
  'booking.resize': true,
  'booking.split': true,
  'booking.copy': true,
  'booking.confirm': true,
  'booking.cancel': true,
  'booking.undo': true,
  'booking.redo': true,
  'booking.arrive': true,
  'booking.await': true,
  'booking.charge': true,
  'booking.finish': true,
  'booking.leave': true,
  'booking.noShow': true,
  'booking.walkUp': true,
  'booking.reserve': true,
  'booking.reserveRefused': true,
  'transaction.end': true,
  'import.apply': true,
  'recurring.create': true,
  'recurring.change': true,
  'recurring.end': true,
  'calendar.open': true,
  'calendar.renew': true,
  'calendar.close': true,
}

/** Whether there are words for an act; a hub newer than this window may write others. */
export function isKnownAct(act: string): act is Act {
  return Object.hasOwn(acts, act)
}
