import { expect, type Page } from '@playwright/test'
import type { Role } from '../../shared/domain/user/role.ts'
import type { ReadyLine } from '../app.ts'
import { ask } from '../walk/desk.ts'

/** Somebody who works here, with the PIN they chose. */
export interface Person {
  readonly name: string
  readonly role: Role
  readonly pin: string
}

export const kim: Person = { name: 'Kim Berg', role: 'supervisor', pin: '2468' }
export const fatima: Person = { name: 'Fatima Haddad', role: 'attendant', pin: '90125' }
export const vera: Person = { name: 'Vera Lund', role: 'viewer', pin: '73519064' }

/** Takes people in, as a script would. The first has to be a supervisor. */
export async function takeIn(ready: ReadyLine, people: readonly Person[]): Promise<void> {
  for (const person of people) await ask(ready, 'POST', '/users', person)
}

/** Chooses oneself on the lock screen and enters the PIN on the keyboard. */
export async function logIn(window: Page, { name, pin }: Person): Promise<void> {
  await window.getByRole('radio', { name }).check()
  await window.keyboard.type(pin)
  await window.keyboard.press('Enter')
  await expectIn(window, { name })
}

/** That person is in, and the window shows the site again. */
export async function expectIn(window: Page, { name }: Pick<Person, 'name'>): Promise<void> {
  await expect(window.getByRole('button', { name: new RegExp(`^${name},`) })).toBeVisible()
  await expect(window.getByRole('navigation', { name: 'Places' })).toBeVisible()
}

/** The window is locked, and nothing of the site but its people is left in it. */
export async function expectLocked(window: Page): Promise<void> {
  await expect(window.getByText('Who are you?')).toBeVisible()
  await expect(window.getByRole('navigation')).toHaveCount(0)
  await expect(window.getByRole('row')).toHaveCount(0)
}
