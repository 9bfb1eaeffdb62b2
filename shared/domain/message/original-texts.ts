import type { VisitLanguage } from '../visit/visit.ts'
import type { MessageTemplate, MessageWords } from './template.ts'

const words = (subject: string, ...sentences: string[]): MessageWords => ({
  subject,
  text: sentences.join(' '),
})

const en: Record<MessageTemplate, MessageWords> = {
  confirmed: words(
    'Booked at {site}, {from}',
    '{site}: [{plate} is|You are] booked at {place} from {from} to {until}[ for {energy}][, about {price}].',
    '[See, change or cancel: {link}]',
  ),
  placeFree: words(
    'A place is free at {site}',
    '{site}: {place} is free for [{plate}|you] from {from} to {until}[, about {price}].',
    'It is held until {claimUntil}. [Take it here: {link}|Take it at the desk.]',
  ),
  inVain: words(
    'No place came free at {site}',
    '{site}: no place came free for [{plate}|you] before {until}, so you are no longer in line. Nothing was charged.',
    '[Look for another time: {link}]',
  ),
  notPaid: words(
    'Your booking at {site} was not paid',
    '{site}: the booking[ of {plate}] from {from} was not paid in time, so the place was given back.',
    '[{refund} goes back to you.] [Book again: {link}]',
  ),
  cancelled: words(
    'Your booking at {site} is cancelled',
    '{site}: we had to cancel the booking[ of {plate}] from {from} to {until}.',
    '[{refund} goes back to you.] [More: {link}]',
  ),
  changed: words(
    'Your booking at {site} has changed',
    '{site}: the booking[ of {plate}] has changed. It is now {place} from {from} to {until}[, about {price}].',
    '[If that does not suit you: {link}]',
  ),
  late: words(
    'Your car will not be ready in time',
    '{site}: [{plate}|your car] will not have all its energy at {until}[; about {missing} will be missing].',
    '[It would be ready about {readyAt}.] [See: {link}]',
  ),
  ready: words(
    'Your car has charged at {site}',
    '{site}: [{plate} has|Your car has] finished charging at {place}[, {energy}]. Please move it when you can.',
    '[See: {link}]',
  ),
  idleFeeSoon: words(
    'Please move your car at {site}',
    '{site}: [{plate} has|Your car has] finished charging at {place}.',
    '[From {idleFrom} standing there costs {idlePrice} an hour.|Standing there costs {idlePrice} an hour now.|Others are waiting, so please move it.]',
  ),
  receipt: words(
    'Receipt {receipt} from {site}',
    '{site}: thank you. Receipt {receipt}[, {price}][, for {energy}].',
    '[{receiptLink}]',
  ),
  refund: words(
    'Money back from {site}',
    '{site}: [{refund} goes back to you.|Money goes back to you.] It takes some days until it is on your account.',
    '[See: {link}]',
  ),
  payRest: words(
    'Still to be paid at {site}',
    '{site}: {due} is still to be paid for charging[ {plate}][, of {price} in all].',
    '[Pay here: {link}|Please pay at the desk.]',
  ),
  moved: words(
    'Your charge goes on elsewhere',
    '{site}: [the charge of {plate}|your charge] goes on at {place}. Please plug in there.',
  ),
}

const sv: Record<MessageTemplate, MessageWords> = {
  confirmed: words(
    'Bokat hos {site}, {from}',
    '{site}: [{plate}|Du] är bokad vid {place} från {from} till {until}[ för {energy}][, omkring {price}].',
    '[Se, ändra eller avboka: {link}]',
  ),
  placeFree: words(
    'En plats är ledig hos {site}',
    '{site}: {place} är ledig för [{plate}|dig] från {from} till {until}[, omkring {price}].',
    'Den hålls till {claimUntil}. [Ta den här: {link}|Ta den i kassan.]',
  ),
  inVain: words(
    'Ingen plats blev ledig hos {site}',
    '{site}: ingen plats blev ledig för [{plate}|dig] före {until}, så du står inte längre i kö. Det kostade inget.',
    '[Sök en annan tid: {link}]',
  ),
  notPaid: words(
    'Din bokning hos {site} betalades inte',
    '{site}: bokningen[ för {plate}] från {from} betalades inte i tid, så platsen lämnades tillbaka.',
    '[Du får tillbaka {refund}.] [Boka igen: {link}]',
  ),
  cancelled: words(
    'Din bokning hos {site} är avbokad',
    '{site}: vi fick avboka bokningen[ för {plate}] från {from} till {until}.',
    '[Du får tillbaka {refund}.] [Mer: {link}]',
  ),
  changed: words(
    'Din bokning hos {site} är ändrad',
    '{site}: bokningen[ för {plate}] är ändrad. Nu gäller {place} från {from} till {until}[, omkring {price}].',
    '[Om det inte passar: {link}]',
  ),
  late: words(
    'Bilen blir inte klar i tid',
    '{site}: [{plate}|din bil] får inte all sin energi till {until}[; omkring {missing} kommer att fattas].',
    '[Den vore klar omkring {readyAt}.] [Se: {link}]',
  ),
  ready: words(
    'Bilen är färdigladdad hos {site}',
    '{site}: [{plate}|Din bil] är färdigladdad vid {place}[, {energy}]. Flytta den gärna när du kan.',
    '[Se: {link}]',
  ),
  idleFeeSoon: words(
    'Flytta gärna bilen hos {site}',
    '{site}: [{plate}|Din bil] är färdigladdad vid {place}.',
    '[Från {idleFrom} kostar det {idlePrice} i timmen att stå kvar.|Att stå kvar kostar nu {idlePrice} i timmen.|Andra väntar, så flytta den gärna.]',
  ),
  receipt: words(
    'Kvitto {receipt} från {site}',
    '{site}: tack. Kvitto {receipt}[, {price}][, för {energy}].',
    '[{receiptLink}]',
  ),
  refund: words(
    'Pengar tillbaka från {site}',
    '{site}: [du får tillbaka {refund}.|du får pengar tillbaka.] Det tar några dagar innan de är på ditt konto.',
    '[Se: {link}]',
  ),
  payRest: words(
    'Kvar att betala hos {site}',
    '{site}: {due} är kvar att betala för laddningen[ av {plate}][, av {price} i allt].',
    '[Betala här: {link}|Betala i kassan.]',
  ),
  moved: words(
    'Din laddning fortsätter på annan plats',
    '{site}: [laddningen av {plate}|din laddning] fortsätter vid {place}. Anslut bilen där.',
  ),
}

/** The words of every message as they come with the program. */
export const originalTexts: Readonly<
  Record<VisitLanguage, Readonly<Record<MessageTemplate, MessageWords>>>
> = { en, sv }
