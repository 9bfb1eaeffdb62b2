import { expect, test } from 'vitest'
import { MINUTE } from '../../../shared/time/instant.ts'
import { visits } from '../testing/visits.ts'
import { saysOf } from '../words/words.ts'
import { sentenceOf } from './sentence.ts'

const now = Date.parse('2026-03-02T15:20Z')
const zone = 'Europe/Stockholm'
const said = (state: string, language: 'en' | 'sv', isBack = false) => {
  const make = visits[state]
  if (make === undefined) throw new Error(`There is no visit ${state}.`)
  return sentenceOf(make(now), now, saysOf(language, zone), isBack)
}

test.each([
  ['waiting', 'You are number 2 in line', 'Du är nummer 2 i kön'],
  ['offered', 'A place is yours until 16:32: take it', 'En plats är din till 16:32: ta den'],
  ['unpaid', 'Held for you until 16:34: pay now', 'Hålls åt dig till 16:34: betala nu'],
  [
    'payFailed',
    'Not paid. The place is yours until 16:34',
    'Inte betalt. Platsen är din till 16:34',
  ],
  ['processing', 'Your payment is being confirmed', 'Din betalning bekräftas'],
  [
    'unknownPay',
    'It isn’t known yet whether you have paid',
    'Det är inte känt än om du har betalat',
  ],
  ['booked', 'Booked 19:00–21:00', 'Bokat 19:00–21:00'],
  ['bookedFlexible', 'Booked, done by tomorrow 05:20', 'Bokat, klart i morgon 05:20'],
  ['expected', 'You are expected at 16:50', 'Du väntas 16:50'],
  ['plugIn', 'Plug in at A2', 'Koppla in vid A2'],
  ['pluggedIn', 'Plugged in: ready to start', 'Inkopplad: redo att starta'],
  ['starting', 'Starting your charge', 'Din laddning startar'],
  ['stuck', 'It hasn’t begun yet', 'Det har inte börjat än'],
  ['charging', 'Charging, ready by 17:21', 'Laddar, klar 17:21'],
  ['waitsPlan', 'Waiting until 19:20: others go first', 'Väntar till 19:20: andra går före'],
  ['waitsCar', 'Your car takes nothing just now', 'Din bil tar inget just nu'],
  ['waitsCharger', 'The charger hasn’t begun yet', 'Laddaren har inte börjat än'],
  ['idleCosts', 'Charged: please move your car', 'Färdigladdad: flytta gärna bilen'],
  ['duePay', 'SEK left to pay', 'kvar att betala'],
  ['trifle', 'All done. Thank you!', 'Allt klart. Tack!'],
  ['done', 'All done. Thank you!', 'Allt klart. Tack!'],
  ['cancelled', 'Cancelled', 'Avbokat'],
  ['noShow', 'You didn’t come', 'Du kom inte'],
  ['inVain', 'Nothing came free in time', 'Inget blev ledigt i tid'],
])('a visit that is %s says so', (state, english, swedish) => {
  const plain = (text: string) => text.replaceAll(/kr\s31\.68/g, 'SEK').replaceAll(/31,68\skr/g, '')
  expect(plain(said(state, 'en').title).trim()).toBe(english)
  expect(plain(said(state, 'sv').title).trim()).toBe(swedish)
})

test('who has just come back from paying isn’t asked to pay again', () => {
  expect(said('unpaid', 'en', true)).toMatchObject({ key: 'confirming', tone: 'wait' })
  expect(said('payFailed', 'en', true)).toMatchObject({ key: 'payFailed' })
})

test('only what changes for its driver is read out again, not each new time', () => {
  const make = visits['charging']
  const view = make?.(now)
  if (view === undefined || view.charge === null) throw new Error('It charges.')
  const says = saysOf('en', zone)
  const later = { ...view, charge: { ...view.charge, readyAt: now + 70 * MINUTE } }
  const [before, after] = [view, later].map((one) => sentenceOf(one, now, says, false))
  expect(before?.title).not.toBe(after?.title)
  expect(before?.key).toBe(after?.key)
})

test('the fee for staying is told before it begins, and as soon as it runs', () => {
  expect(said('charged', 'en').says).toBe('It costs from 16:28 to stay plugged in.')
  expect(said('idleCosts', 'sv').says).toBe('Sedan 16:16 kostar det att stå kvar inkopplad.')
})

test('every end says in words how it ended', () => {
  for (const state of ['cancelled', 'byDesk', 'notPaid', 'notClaimed', 'noShow', 'inVain', 'done'])
    for (const language of ['en', 'sv'] as const) {
      const { title, says } = said(state, language)
      expect([state, title.length > 5 && says.length > 5]).toEqual([state, true])
    }
})
