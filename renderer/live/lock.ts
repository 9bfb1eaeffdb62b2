import { lockHere, takeSession } from './follow-session.ts'
import { hub } from './hub.ts'

/** Locks this window at once, and then tells the hub; whoever was in is offered first. */
export function lockNow(): void {
  lockHere()
  hub.session.lock().then(takeSession, ignore)
}

/** Lets somebody else log in at this window. */
export function changeUser(): void {
  lockHere(false)
  hub.session.logOut().then(takeSession, ignore)
}

/** A hub that is away has nobody in: each of its sessions begins locked. */
function ignore(): void {}
