import {
  IconBolt,
  IconBuildingStore,
  IconCalendarTime,
  IconCar,
  IconCash,
  IconCashRegister,
  IconChartAreaLine,
  IconChargingPile,
  IconFlagCheck,
  IconPlugConnected,
  IconReportAnalytics,
  IconSettings,
} from '@tabler/icons-react'
import type { TablerIcon } from '@tabler/icons-react'
import type { Right } from '../../shared/domain/user/role.ts'
import type { Route, Screen } from '../navigation/route.ts'
import { rightsOfScreens } from '../navigation/rights.ts'

/** A place in the rail: where it leads and on which screens one counts as being there. */
export type Place = {
  name:
    | 'stations'
    | 'timeline'
    | 'load'
    | 'readiness'
    | 'adoption'
    | 'transactions'
    | 'desk'
    | 'till'
    | 'payments'
    | 'reports'
    | 'fleet'
    | 'settings'
  route: Route
  screens: readonly Screen[]
  icon: TablerIcon
}

/** The places of the rail, in its order; Alt+1 is the first. A place without content yet is not here. */
export const places: readonly Place[] = [
  {
    name: 'stations',
    route: { screen: 'stations' },
    screens: ['stations', 'station'],
    icon: IconChargingPile,
  },
  {
    name: 'timeline',
    route: { screen: 'timeline' },
    screens: ['timeline', 'recurring', 'online'],
    icon: IconCalendarTime,
  },
  { name: 'load', route: { screen: 'load' }, screens: ['load'], icon: IconChartAreaLine },
  {
    name: 'readiness',
    route: { screen: 'readiness' },
    screens: ['readiness'],
    icon: IconFlagCheck,
  },
  {
    name: 'transactions',
    route: { screen: 'transactions' },
    screens: ['transactions', 'transaction'],
    icon: IconBolt,
  },
  { name: 'desk', route: { screen: 'desk' }, screens: ['desk'], icon: IconBuildingStore },
  { name: 'till', route: { screen: 'till' }, screens: ['till'], icon: IconCashRegister },
  { name: 'payments', route: { screen: 'payments' }, screens: ['payments'], icon: IconCash },
  {
    name: 'reports',
    route: { screen: 'reports' },
    screens: ['reports'],
    icon: IconReportAnalytics,
  },
  {
    name: 'fleet',
    route: { screen: 'vehicles' },
    screens: ['vehicles', 'customers'],
    icon: IconCar,
  },
  {
    name: 'adoption',
    route: { screen: 'adoption' },
    screens: ['adoption'],
    icon: IconPlugConnected,
  },
  {
    name: 'settings',
    route: { screen: 'settings' },
    screens: ['settings', 'journal'],
    icon: IconSettings,
  },
]

/** The places that are somebody's to go to; one that is not theirs is not shown. */
export function placesFor(may: (right: Right) => boolean): readonly Place[] {
  return places.filter(({ route }) => may(rightsOfScreens[route.screen]))
}
