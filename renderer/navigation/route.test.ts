import { expect, test } from 'vitest'
import fc from 'fast-check'
import {
  formatRoute,
  home,
  parseRoute,
  paymentTabs,
  reportTabs,
  settingsSections,
  tillTabs,
} from './route.ts'
import type { Route } from './route.ts'

const text = fc.string({ minLength: 1 }).filter((word) => word.isWellFormed())
const anyRoute: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { screen: 'stations' },
    { screen: 'timeline' },
    { screen: 'transactions' },
    { screen: 'desk' },
    { screen: 'online' },
    { screen: 'till' },
    { screen: 'payments' },
    { screen: 'reports' },
    { screen: 'adoption' },
    { screen: 'vehicles' },
    { screen: 'import' },
    { screen: 'import', kind: 'booking' },
    { screen: 'customers' },
    { screen: 'recurring' },
    { screen: 'load' },
    { screen: 'readiness' },
    { screen: 'readiness', wall: true },
  ),
  text.map((stationId) => ({ screen: 'station' as const, stationId })),
  fc.tuple(text, text).map(([stationId, tab]) => ({ screen: 'station' as const, stationId, tab })),
  text.map((open) => ({ screen: 'timeline' as const, open })),
  text.map((open) => ({ screen: 'desk' as const, open })),
  text.map((open) => ({ screen: 'online' as const, open })),
  text.map((open) => ({ screen: 'adoption' as const, open })),
  text.map((open) => ({ screen: 'vehicles' as const, open })),
  text.map((open) => ({ screen: 'customers' as const, open })),
  text.map((open) => ({ screen: 'recurring' as const, open })),
  text.map((open) => ({ screen: 'payments' as const, open })),
  fc.constantFrom(...paymentTabs).map((tab) => ({ screen: 'payments' as const, tab })),
  fc
    .tuple(fc.constantFrom(...paymentTabs), text)
    .map(([tab, open]) => ({ screen: 'payments' as const, tab, open })),
  fc.constantFrom(...tillTabs).map((tab) => ({ screen: 'till' as const, tab })),
  fc
    .tuple(fc.constantFrom(...tillTabs), text)
    .map(([tab, open]) => ({ screen: 'till' as const, tab, open })),
  fc.constantFrom(...reportTabs).map((tab) => ({ screen: 'reports' as const, tab })),
  fc
    .tuple(fc.constantFrom(...reportTabs), text)
    .map(([tab, open]) => ({ screen: 'reports' as const, tab, open })),
  text.map((transactionId) => ({ screen: 'transaction' as const, transactionId })),
  fc.constantFrom(...settingsSections).map((section) => ({ screen: 'settings' as const, section })),
  fc
    .tuple(fc.constantFrom(...settingsSections), text)
    .map(([section, open]) => ({ screen: 'settings' as const, section, open })),
)

test('every way to narrow the journal has an address that leads back to it', () => {
  const value = fc.option(text, { nil: undefined })
  const filter = fc.record({ actor: value, noun: value, search: value })
  fc.assert(
    fc.property(filter, fc.option(text, { nil: undefined }), (asked, open) => {
      const told = Object.entries(asked).filter(([, one]) => one !== undefined)
      const route: Route = {
        screen: 'journal',
        ...(open === undefined ? {} : { open }),
        ...(told.length === 0 ? {} : { filter: Object.fromEntries(told) }),
      }
      expect(parseRoute(formatRoute(route))).toEqual(route)
    }),
  )
})

test('the journal is found where it was before', () => {
  expect(parseRoute('#/settings/journal/17')).toEqual({ screen: 'journal', open: '17' })
})

test('every place has an address that leads back to it', () => {
  fc.assert(
    fc.property(anyRoute, (route) => {
      expect(parseRoute(formatRoute(route))).toEqual(route)
    }),
  )
})

test('an address nobody knows leads home', () => {
  for (const hash of ['', '#', '#/', '#/nowhere/1', '#/%zz']) expect(parseRoute(hash)).toEqual(home)
})

test('a settings section nobody knows opens the settings', () => {
  expect(parseRoute('#/settings/engine')).toEqual({ screen: 'settings' })
})
