import type { AnyMechanism } from '../../contract/index.js'

/** The eleven design concepts of ODD (Grimm et al. 2020), in their order. */
export const concepts = [
  'basic principles',
  'emergence',
  'adaptation',
  'objectives',
  'learning',
  'prediction',
  'sensing',
  'interaction',
  'stochasticity',
  'collectives',
  'observation',
] as const

export type Concept = (typeof concepts)[number]

/** What a mechanism contributes to design concepts. */
export type ConceptNotes = { readonly [C in Concept]?: string }

/**
 * Notes on the shipped mechanisms. A mechanism that brings notes of its own, in a field `odd`, is taken at its word;
 * one that brings none is described by its columns and summary alone.
 */
const shipped: { readonly [mechanism: string]: ConceptNotes } = {
  exogenousEvents: {
    sensing:
      'What the scenario dates from outside (offices, seats, reports) is known to all from its day on.',
  },
  officeHolders: {
    stochasticity:
      "A holder's unexplained leaning is drawn once; where holders are drawn, so are turnover, party, home unit and line.",
    collectives: 'Gates stand for offices and chambers; a party gives its executives a usual line.',
  },
  baselineTrend: {},
  transboundaryFlows: {
    interaction: 'Units affect each other without meaning to: what one emits falls on the others.',
  },
  stakes: {
    sensing:
      "A unit knows the deposition at its own receptors and what its state's programme would cost it, without error.",
  },
  position: {
    objectives:
      'A unit weighs its harm against the cost of action in money and jobs, in logits; its position is the logistic image of that value.',
    stochasticity: "A unit's unexplained leaning is drawn once a run.",
  },
  salience: {
    adaptation: "A unit's attention moves toward what is at stake for it.",
    sensing: 'Dated reports reach every unit at once.',
  },
  networks: {
    collectives: 'Networks are actors with members; membership is an input and does not change.',
  },
  diffusion: {
    adaptation:
      'A unit may pass a programme of its own; the rate rises with the value that it puts on action.',
    learning:
      'Units copy: they learn from units to which an agreement or a network ties them, and imitate larger units at home. No unit changes its rule of decision by experience.',
    sensing: "A unit sees its partners' programmes and those of larger units of its own state.",
    stochasticity: 'Adoption is a draw with a yearly rate.',
  },
  initiative: {
    adaptation: 'A unit with an opportunity chooses a partner and an instrument, or does nothing.',
    objectives:
      'It takes the option of the largest utility: gravity of the pair, support of both, mutual deposition, less what a shared body does and the threshold of the instrument, plus noise.',
    prediction:
      'It does not foresee whether the partner will consent, nor what the agreement will bring.',
    sensing:
      "It knows the others' place, population, position and share in its deposition, but looks at only a few candidates at a time.",
    interaction: 'Proposals go from one unit to another across a border.',
    stochasticity:
      'Opportunities, the candidates looked at and the noise of utility are drawn; chance is keyed by the pair.',
  },
  negotiation: {
    adaptation: 'A partner that is asked consents or declines.',
    objectives: 'The partner weighs what the tie is worth to it, against doing nothing.',
    interaction: 'An agreement needs the consent of both.',
    stochasticity: 'Consent is a draw with logistic chance.',
  },
  legalReview: {
    interaction:
      "A state's law stands between its units and the world: it lets acts through, keeps them waiting, or bars them.",
    stochasticity: 'When the legislature takes up a pending act is drawn.',
  },
  agreementLife: {},
  pressure: {
    sensing:
      'A centre hears its own units by population and attention and, through their ties, allies abroad by leverage, attention and credibility.',
    interaction:
      "Units press their own centre directly and another's through an ally (the boomerang).",
  },
  courts: {},
  federalPolitics: {
    adaptation:
      'A gate opens or stays closed by the leaning of those who sit there; a floor votes.',
    objectives:
      'Members follow the value of their home unit, in part the line of a president of their own party, and compensation.',
    prediction: 'Nobody looks ahead to later gates: a gate decides on the bill before it.',
    interaction: 'Members vote in one chamber; compensation buys the cheapest votes.',
    stochasticity:
      'When a gate takes a bill up is drawn; leanings carry the drawn disposition of their holder.',
    collectives: 'Committees, floors and assents decide as bodies: by median or by share of votes.',
  },
  interstateBargaining: {
    objectives:
      'Two states sign the pair of commitments with the largest product of gains (Nash), if both gain.',
    prediction:
      'States count the deposition that the promised cuts would spare them, by the same transport as the model.',
    interaction: 'States bargain in pairs; what one can promise is bounded by its law.',
    stochasticity: 'When two states come to bargain is drawn.',
  },
  abatement: {
    adaptation: 'Units adjust emissions to what own programme, pledge and law ask for.',
    prediction: 'Units know the deadlines of the law and prepare for them.',
  },
  centralResponse: {
    adaptation:
      'A centre tolerates, coordinates, co-opts or sanctions what its unit has concluded.',
    objectives: "It minds conflict with its own line, by the unit's attention.",
    sensing: 'It sees every agreement of its units and their position.',
    stochasticity: 'The answer is a draw from a multinomial logit.',
  },
  budgets: {},
}

/** What a mechanism says of the design concepts. */
export function notesOf(mechanism: AnyMechanism): ConceptNotes {
  const own = (mechanism as { readonly odd?: ConceptNotes }).odd
  return own ?? (Object.hasOwn(shipped, mechanism.name) ? shipped[mechanism.name] : {})
}
