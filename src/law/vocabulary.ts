/** The small vocabulary in which every regime is written. No name of a country stands in it, nor in any code. */

/** Kinds of party to an act abroad. */
export const partyKinds = ['state', 'region', 'overseas-region', 'city', 'grouping'] as const

export type PartyKind = (typeof partyKinds)[number]

/** Kinds of party whose acts the law of external action speaks of: all but the state itself. */
export const unitKinds = ['region', 'overseas-region', 'city', 'grouping'] as const

export type UnitKind = (typeof unitKinds)[number]

/** With whom: a foreign state or a unit of one, anywhere or next door. */
export const partnerClasses = [
  'state',
  'neighbouring-state',
  'unit',
  'unit-of-neighbour',
  'any',
] as const

export type PartnerClass = (typeof partnerClasses)[number]

/** Forms of act that bind in law. */
export const bindingForms = ['treaty', 'agreement', 'joint-body', 'mission'] as const

/** Forms that bind nobody in law. */
export const nonBindingForms = [
  'memorandum',
  'twinning',
  'visit',
  'forum',
  'office',
  'membership',
  'project',
] as const

/** By what: the forms of act that the law tells apart. */
export const forms = [...bindingForms, ...nonBindingForms] as const

export type Form = (typeof forms)[number]

export const formMeanings: { readonly [F in Form]: string } = {
  treaty: 'treaty in international law',
  agreement: 'written agreement that binds, short of a treaty',
  'joint-body': 'body across borders with legal personality',
  mission: 'exchange of diplomatic missions',
  memorandum: 'memorandum of understanding',
  twinning: 'twinning or friendship',
  visit: 'official visit',
  forum: 'taking part in a forum of local authorities',
  office: 'permanent office abroad',
  membership: 'membership of an association or network',
  project: 'project or aid carried out together',
}

/** How a rule names forms: one by one, or all that bind, or all that do not. */
export const formNames = ['binding', 'non-binding', ...forms] as const

export type FormName = (typeof formNames)[number]

export function isBinding(form: Form): boolean {
  return (bindingForms as readonly string[]).includes(form)
}

/** About what. `general` is anything that no other subject names. */
export const subjects = [
  'general',
  'trade',
  'culture',
  'education',
  'environment',
  'transport',
  'border-works',
  'health',
  'aid',
  'justice',
  'public-credit',
  'defence',
  'currency',
  'foreign-policy',
] as const

export type LegalSubject = (typeof subjects)[number]

/** Whose a subject is in the state's own law: the unit's alone, both levels', or the centre's alone. */
export const competences = ['exclusive', 'shared', 'national'] as const

export type Competence = (typeof competences)[number]

/** How a rule names subjects: one by one, or by whose they are. */
export const subjectNames = [...competences, ...subjects] as const

export type SubjectName = (typeof subjectNames)[number]

/** What must happen before an act takes effect, and who decides what. */
export const stepKinds = [
  'inform',
  'consult',
  'authorise',
  'assembly-vote',
  'own-parliament',
  'national-parliament',
  'upper-house',
  'sign-federal',
  'countersign',
  'joint-assent',
  'party-committee',
  'foreign-affairs-office',
  'through-federation',
  'register',
] as const

export type StepKind = (typeof stepKinds)[number]

export const stepMeanings: { readonly [S in StepKind]: string } = {
  inform: 'to be informed',
  consult: 'to be heard',
  authorise: 'to authorise',
  'assembly-vote': 'to vote',
  'own-parliament': 'to ratify',
  'national-parliament': 'to approve',
  'upper-house': 'to consent',
  'sign-federal': 'to sign for the state',
  countersign: 'to countersign',
  'joint-assent': 'to assent, as every parliament concerned must',
  'party-committee': 'to agree',
  'foreign-affairs-office': 'to agree',
  'through-federation': 'to deal for the unit',
  register: 'to enter it in a register',
}

/** Steps that the unit's own assembly takes. */
export const ownSteps: readonly StepKind[] = ['assembly-vote', 'own-parliament']

/** What no answer by the deadline means. */
export const silences = ['approved', 'refused', 'none'] as const

export type Silence = (typeof silences)[number]

/** What may happen to an act once it is in force. */
export const sequelKinds = [
  'denounce-on-demand',
  'step-in',
  'override',
  'referendum',
  'lapse',
] as const

export type SequelKind = (typeof sequelKinds)[number]

export const sequelMeanings: { readonly [S in SequelKind]: string } = {
  'denounce-on-demand': 'may demand that it be denounced, and it must be',
  'step-in': 'takes it over if the unit does not perform',
  override: 'may set it aside',
  referendum: 'may ask for a referendum on it',
  lapse: 'ends by itself',
}

/** What the law says of an act: no step is needed, steps are, or it may not be done. */
export const verdicts = ['free', 'reviewed', 'barred'] as const

export type LegalVerdict = (typeof verdicts)[number]

/**
 * What becomes of an act that does not go as the law says: it takes a form that binds nobody; it goes ahead all the
 * same; or it is stopped though the law would let it pass (a right on paper).
 */
export const evasions = ['informal', 'breach', 'blocked'] as const

export type Evasion = (typeof evasions)[number]

/** Grades of evidence; the same as those of parameters. */
export const evidenceGrades = ['found', 'inferred', 'recalled', 'assumed'] as const

export type EvidenceGrade = (typeof evidenceGrades)[number]
