import type { words as en } from '../en/stripe-key.ts'
import type { SameWords } from '../same-words.ts'

/** Words of the Stripe key: entering, opening and forgetting it. */
export const words: SameWords<typeof en> = {
  title: 'Stripe-nyckel',
  what: 'Med en nyckel till ert Stripe-konto tar anläggningen emot kort och Swish. Skapa en begränsad nyckel (restricted key, rk_…) i Stripes Dashboard under Utvecklare → API-nycklar; den öppnar bara det ni väljer där och kan återkallas när som helst.',
  elsewhere:
    'Nyckeln anges i Laddplans eget fönster, på datorn där navet körs. En webbläsare får den aldrig.',
  label: 'Begränsad nyckel',
  hint: 'Klistra in den. Stripe tillfrågas om den, den förseglas och sparas; den visas inte igen.',
  passphrase: 'Lösenfras',
  passphraseAgain: 'Lösenfrasen en gång till',
  passphraseHint:
    'Datorn har ingen nyckelring, så en lösenfras förseglar nyckeln. Den frågas efter vid varje start. Minst {{least}} tecken; ingen kan ge er en ny.',
  keep: 'Kontrollera och spara nyckeln',
  replace: 'Använd en annan nyckel…',
  cancel: 'Låt det vara',
  forget: 'Glöm nyckeln…',
  retry: 'Försök igen',
  kept: {
    key: 'Nyckel',
    ending: 'slutar på {{lastFour}}',
    mode: 'Läge',
    storage: 'Sparad',
    by: {
      keyring: 'förseglad av datorns nyckelring',
      passphrase: 'förseglad med en lösenfras',
      file: 'i filen som LADDPLAN_STRIPE_KEY_FILE anger; den ändras där',
    },
  },
  mode: { test: 'Test: inga pengar flyttas', live: 'Skarpt: riktiga pengar' },
  state: {
    none: 'Ingen nyckel är angiven. Kontanter, faktura och egen kortterminal fungerar utan.',
    locked: 'Låst. Tills lösenfrasen är angiven frågas Stripe inte om något.',
    keyring:
      'Datorns nyckelring lämnar inte tillbaka nyckeln: den är låst, eller hörde till ett annat konto eller en annan dator. Inget har tagits bort. Öppna nyckelringen och försök igen, eller ange en nyckel på nytt.',
    damaged:
      'Nyckelns fil kan inte läsas. Inget har tagits bort. Återställ den från en säkerhetskopia och försök igen, eller ange en nyckel på nytt.',
  },
  unlock: {
    title: 'Öppna Stripe-nyckeln',
    body: 'Nyckeln är förseglad med en lösenfras. Utan den är anläggningen i drift, men tar inte betalt via Stripe.',
    act: 'Öppna nyckeln',
    later: 'Senare',
    wrong: 'Den lösenfrasen öppnar inte nyckeln. Inget har tagits bort.',
    failed: 'Nyckeln kan inte öppnas just nu. Se under Inställningar → Betalningar.',
  },
  forgetting: {
    title: 'Glömma Stripe-nyckeln?',
    body: 'Den tas bort från datorn, och anläggningen tar inte längre betalt via Stripe. Betalningar som pågår där blir kvar där, utan att någon ser efter dem. Själva nyckeln gäller tills ni återkallar den i Stripes Dashboard.',
    act: 'Glöm nyckeln',
    failed: 'Nyckeln kunde inte tas bort från disken. Den används fortfarande.',
  },
  said: {
    kept: 'Sparade Stripe-nyckeln',
    keptFor: 'Sparade Stripe-nyckeln till {{account}}',
    opened: 'Öppnade Stripe-nyckeln',
    forgotten: 'Glömde Stripe-nyckeln',
  },
  refusal: {
    empty: 'Ange nyckeln.',
    lineBreak: 'Det finns en radbrytning i den. Kopiera bara nyckeln.',
    blank: 'Det finns ett mellanslag i den. Kopiera bara nyckeln.',
    secretKey:
      'Det här är en hemlig nyckel (sk_…): den som har den kan göra allt med ert konto. Använd en begränsad nyckel (rk_…), och överväg att byta ut den här.',
    publishableKey:
      'Det här är en publicerbar nyckel (pk_…), som är till för webbsidor. Använd en begränsad nyckel (rk_…).',
    webhookSecret: 'Det här är en webhooks hemlighet (whsec_…). Använd en begränsad nyckel (rk_…).',
    notStripe: 'En begränsad nyckel börjar med rk_live_ eller rk_test_.',
    odd: 'Det finns ett tecken i den som ingen nyckel har. Kopiera nyckeln en gång till.',
    tooShort: 'Den är för kort; slutet verkar saknas.',
    tooLong: 'Den är för lång för att vara en nyckel.',
    liveInPractice:
      'Det här är en övningsanläggning. Den tar testnycklar (rk_test_…), aldrig riktiga pengar.',
    revoked: 'Stripe känner inte till nyckeln: den är återkallad eller har gått ut.',
    missingRights: 'Nyckeln öppnar för lite. Ge den i Stripes Dashboard även:',
    wrongMode: 'Stripe säger att nyckeln inte är av det läge som dess början anger.',
    unreachable:
      'Stripe kan inte nås just nu, så nyckeln kan inte kontrolleras. Försök igen senare.',
    failed: 'Nyckeln kunde inte kontrolleras: {{message}}',
    passphraseMissing: 'Ange en lösenfras.',
    passphraseShort: 'Ange minst {{least}} tecken.',
    passphraseLong: 'Den är för lång.',
    passphraseDiffers: 'De två lösenfraserna är olika.',
    hubAway: 'Navet svarar inte just nu. Försök igen.',
    notKept: 'Nyckeln kunde inte skrivas till disken och används därför inte. Är disken full?',
    inFile: 'En fil håller nyckeln (LADDPLAN_STRIPE_KEY_FILE); den ändras där.',
    refused: 'Det här fönstret får inte göra det.',
  },
}
