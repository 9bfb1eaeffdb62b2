import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capability, readCapability, toldRotation } from './capability.ts'
import { firstManner, nextManner, type Manner } from './manner.ts'

const told = (keys: Record<string, string | null>) =>
  readCapability(
    Object.entries(keys).map(([key, value]) => ({ key, value })),
    1,
  )

describe('what a charger says of charging profiles', () => {
  test('as OCPP 1.6 spells it', () => {
    expect(
      told({
        SupportedFeatureProfiles: 'Core,FirmwareManagement,SmartCharging',
        ChargeProfileMaxStackLevel: '8',
        ChargingScheduleAllowedChargingRateUnit: 'Current,Power',
        ChargingScheduleMaxPeriods: '24',
        MaxChargingProfilesInstalled: '10',
        ConnectorPhaseRotation: '0.RST,1.RST,2.STR',
      }),
    ).toEqual({
      smartCharging: true,
      units: ['A', 'W'],
      maxStackLevel: 8,
      maxPeriods: 24,
      maxProfiles: 10,
      rotations: { 0: 'RST', 1: 'RST', 2: 'STR' },
      readAt: 1,
    })
  })

  test('as makers spell it', () => {
    const odd = told({
      supportedfeatureprofiles: ' core ; smart_charging ',
      'ChargingProfile-MaxStackLevel': ' 3 ',
      ChargingScheduleAllowedChargingRateUnits: 'Watts',
      ChargingScheduleMaxPeriod: '5.0',
    })
    expect(odd).toMatchObject({
      smartCharging: true,
      maxStackLevel: 3,
      units: ['W'],
      maxPeriods: 5,
    })
  })

  test.each([
    ['Current', ['A']],
    ['A', ['A']],
    ['Amps', ['A']],
    ['Power', ['W']],
    ['W', ['W']],
    ['Power, Current', ['A', 'W']],
    ['A/W', ['A', 'W']],
    ['', ['A']],
    ['whatever', ['A']],
  ])('the unit %j', (value, units) => {
    expect(told({ ChargingScheduleAllowedChargingRateUnit: value }).units).toEqual(units)
  })

  test('what it leaves out is guessed low', () => {
    expect(told({})).toMatchObject({
      smartCharging: true,
      units: ['A'],
      maxStackLevel: 0,
      maxPeriods: 12,
      maxProfiles: null,
      rotations: {},
    })
  })

  test('one without the SmartCharging profile takes none', () => {
    expect(told({ SupportedFeatureProfiles: 'Core,RemoteTrigger' }).smartCharging).toBe(false)
  })

  test.each(['-1', 'many', 'NaN', '1e9', '', '99999999999'])(
    'nonsense such as %j counts as not told',
    (value) => {
      const { maxStackLevel, maxPeriods } = told({
        ChargeProfileMaxStackLevel: value,
        ChargingScheduleMaxPeriods: value,
      })
      expect([maxStackLevel, maxPeriods]).toEqual([0, 12])
    },
  )

  test('no periods at all is a charger’s way of saying one', () => {
    expect(told({ ChargingScheduleMaxPeriods: '0' }).maxPeriods).toBe(1)
  })

  test('a rotation for the supply, unknown ones and words', () => {
    const rotations = told({ ConnectorPhaseRotation: 'TRS, 1.Unknown, 2.NotApplicable, 3=srt' })
    expect([0, 1, 2, 3].map((number) => toldRotation(rotations, number))).toEqual([
      'TRS',
      null,
      null,
      'SRT',
    ])
  })

  test('whatever it says can be kept', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.option(fc.string())), (keys) => {
        expect(capability.safeParse(told(keys)).success).toBe(true)
      }),
    )
  })
})

describe('how a charger is told', () => {
  /** All that is tried on a charger that refuses everything. */
  const attempts = (keys: Record<string, string>): Manner[] => {
    const can = told(keys)
    const tried: Manner[] = []
    for (let at: Manner | null = firstManner(can, false); at !== null; at = nextManner(at, can))
      tried.push(at)
    return tried
  }

  test('one that refuses its own highest stack level is asked lower and lower, then in its other unit', () => {
    const tried = attempts({
      ChargeProfileMaxStackLevel: '5',
      ChargingScheduleAllowedChargingRateUnit: 'Current,Power',
      ChargingScheduleMaxPeriods: '6',
    })
    expect(
      tried.map(({ stackLevel, unit, maxPeriods }) => `${stackLevel} ${unit} ${maxPeriods}`),
    ).toEqual([
      '5 A 6',
      '4 A 6',
      '2 A 6',
      '1 A 6',
      '0 A 6',
      '5 A 1',
      '4 A 1',
      '2 A 1',
      '1 A 1',
      '0 A 1',
      '5 W 6',
      '4 W 6',
      '2 W 6',
      '1 W 6',
      '0 W 6',
      '5 W 1',
      '4 W 1',
      '2 W 1',
      '1 W 1',
      '0 W 1',
    ])
  })

  test('it is never asked the same twice, and asked an end of times', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(30),
        fc.constantFrom('Current', 'Power', 'Current,Power'),
        (level, periods, units) => {
          const tried = attempts({
            ChargeProfileMaxStackLevel: String(level),
            ChargingScheduleMaxPeriods: String(periods),
            ChargingScheduleAllowedChargingRateUnit: units,
          }).map((manner) => JSON.stringify(manner))
          expect(new Set(tried).size).toBe(tried.length)
          expect(tried.length).toBeLessThanOrEqual(40)
        },
      ),
    )
  })
})
