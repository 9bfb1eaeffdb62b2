/** Words of a supervisor's word on what lies above a limit. */
export const words = {
  title: 'A supervisor has to agree',
  who: 'Which supervisor?',
  act: 'Agree to: {{what}}',
  journal: 'The journal will say who did it and who agreed. Good once, for this alone.',
  limit: {
    refund: 'With it {{sum}} would be given back of this bill; the limit is {{limit}}.',
    shiftRefunds:
      'With it {{sum}} would be given back in this shift; the limit for a shift is {{limit}}.',
    void: 'With it {{sum}} would be taken off this bill by hand; the limit is {{limit}}.',
    variance: 'The drawer differs by {{sum}} from what was expected; the limit is {{limit}}.',
  },
}
