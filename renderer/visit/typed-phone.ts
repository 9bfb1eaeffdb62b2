import { phoneKey } from '../../shared/domain/search/what-typed.ts'

/** What is typed as a phone number is compared; empty where it is none, such as a plate with figures in it. */
export function typedPhone(typed: string): string {
  return /^[+\d\s()/-]+$/.test(typed) ? phoneKey(typed) : ''
}
