import { parseDate } from '../../src/calendar/index.js'
import type { Act, Form, LegalSubject, PartyKind } from '../../src/law/index.js'

/**
 * What the catalogue must answer: law, day, who, with whom (`n-` for a neighbour), form, subject, then the verdict
 * and the steps, or `silent` where the law does not speak. Days of change stand in pairs: the day before and the day.
 */
const table = `
AR 1853-04-30 region state        agreement  trade      silent
AR 1853-05-01 region state        agreement  trade      barred
AR 1994-08-23 region state        agreement  trade      barred
AR 1994-08-24 region state        agreement  trade      reviewed national-parliament
AR 1994-08-24 region n-unit       treaty     justice    reviewed national-parliament
AR 2005-01-01 region state        treaty     public-credit barred
AR 2005-01-01 region state        agreement  foreign-policy barred
AR 2005-01-01 city   n-unit       agreement  culture    barred
AR 2005-01-01 region unit         memorandum trade      free
AR 1990-01-01 city   unit         twinning   culture    free

AT 1920-11-09 region n-unit       treaty     culture    silent
AT 1920-11-10 region n-unit       treaty     culture    barred
AT 1988-12-31 region n-state      treaty     culture    barred
AT 1989-01-01 region n-state      treaty     culture    reviewed inform authorise sign-federal countersign
AT 2005-01-01 region n-unit       treaty     culture    reviewed inform authorise sign-federal countersign
AT 2005-01-01 region unit         treaty     culture    barred
AT 2005-01-01 region state        treaty     culture    barred
AT 2005-01-01 region n-state      treaty     trade      barred
AT 2005-01-01 city   n-unit       agreement  culture    barred
AT 2005-01-01 region unit         memorandum trade      free
AT 2005-01-01 state  state        treaty     trade      free

BE 1980-08-07 region state        treaty     culture    silent
BE 1980-08-08 region state        treaty     culture    reviewed through-federation own-parliament
BE 1993-05-17 region state        treaty     culture    reviewed through-federation own-parliament
BE 1993-05-18 region state        treaty     culture    reviewed own-parliament
BE 1993-05-17 region state        treaty     transport  reviewed through-federation own-parliament
BE 1993-05-18 region state        treaty     transport  reviewed joint-assent joint-assent joint-assent
BE 1994-03-07 region state        treaty     transport  reviewed joint-assent joint-assent joint-assent
BE 1994-03-08 region state        treaty     transport  reviewed inform joint-assent joint-assent joint-assent
BE 2005-01-01 region state        treaty     defence    barred
BE 2005-01-01 city   n-unit       agreement  culture    barred
BE 2005-01-01 region unit         twinning   defence    free

CA 1867-06-30 region state        agreement  culture    silent
CA 1867-07-01 region state        agreement  culture    reviewed through-federation
CA 1965-04-11 region state        agreement  education  reviewed through-federation
CA 1965-04-12 region state        agreement  education  free
CA 1982-07-01 region n-unit       agreement  environment free
CA 1982-07-01 region n-unit       memorandum environment free
CA 2005-01-01 region state        treaty     culture    reviewed through-federation
CA 2005-01-01 region state        mission    culture    barred
CA 2005-01-01 region state        agreement  defence    barred
CA 2005-01-01 city   unit         agreement  culture    barred

CH 1874-05-28 region n-state      treaty     culture    silent
CH 1874-05-29 region n-state      treaty     culture    reviewed through-federation
CH 1999-12-31 region state        treaty     trade      barred
CH 2000-01-01 region state        treaty     trade      reviewed inform through-federation
CH 1999-12-31 region unit         agreement  culture    reviewed inform
CH 2000-01-01 region unit         agreement  culture    reviewed inform
CH 2005-01-01 region state        memorandum culture    reviewed inform through-federation
CH 2005-01-01 region unit         agreement  currency   barred
CH 2005-01-01 city   n-unit       agreement  culture    barred
CH 1999-12-31 state  state        treaty     trade      free
CH 2000-01-01 state  state        treaty     trade      reviewed consult national-parliament

CN 1978-12-17 city   unit         twinning   culture    silent
CN 1978-12-18 city   unit         twinning   culture    reviewed party-committee foreign-affairs-office
CN 2005-01-01 region state        memorandum trade      reviewed party-committee foreign-affairs-office
CN 2005-01-01 region n-unit       agreement  border-works reviewed party-committee foreign-affairs-office
CN 2005-01-01 region n-state      treaty     trade      barred
CN 2005-01-01 region unit         visit      defence    barred
CN 2005-01-01 region state        mission    culture    barred

DE 1949-05-23 region state        treaty     culture    silent
DE 1949-05-24 region state        treaty     culture    reviewed authorise own-parliament
DE 2005-01-01 region n-unit       agreement  transport  reviewed authorise
DE 2005-01-01 region state        treaty     defence    barred
DE 2005-01-01 city   n-unit       joint-body transport  barred
DE 2005-01-01 region state        mission    culture    barred
DE 2005-01-01 city   unit         twinning   culture    free
DE 2005-01-01 state  state        treaty     culture    reviewed consult
DE 2005-01-01 state  state        treaty     foreign-policy reviewed national-parliament upper-house

FR 1983-05-25 city   unit         twinning   culture    silent
FR 1983-05-26 city   unit         twinning   culture    reviewed assembly-vote authorise
FR 1992-02-05 region unit         agreement  culture    reviewed assembly-vote authorise
FR 1992-02-06 region unit         agreement  culture    reviewed assembly-vote inform
FR 1995-02-03 city   unit         joint-body transport  barred
FR 1995-02-04 city   unit         joint-body transport  reviewed assembly-vote authorise
FR 1995-02-03 region state        agreement  culture    reviewed authorise assembly-vote
FR 1995-02-04 region state        agreement  culture    barred
FR 1996-06-01 region n-state      memorandum culture    barred
FR 1995-02-04 overseas-region n-state agreement culture barred
FR 2000-12-12 overseas-region n-state agreement culture barred
FR 2000-12-13 overseas-region n-state agreement culture reviewed authorise assembly-vote
FR 2000-12-13 overseas-region state agreement culture   barred
FR 2016-12-04 overseas-region state agreement culture   barred
FR 2016-12-05 overseas-region state agreement culture   reviewed authorise assembly-vote
FR 2016-12-05 region state        agreement  culture    barred
FR 2007-02-01 city   unit         agreement  aid        barred
FR 2007-02-02 city   unit         agreement  aid        reviewed assembly-vote inform
FR 2014-07-06 city   unit         project    aid        barred
FR 2014-07-07 city   unit         project    aid        reviewed assembly-vote inform
FR 2020-01-01 city   unit         agreement  defence    barred
FR 2020-01-01 city   state        visit      trade      free

RU 1993-12-24 region state        agreement  trade      silent
RU 1993-12-25 region state        agreement  trade      reviewed consult
RU 1999-01-03 region state        agreement  trade      reviewed consult
RU 1999-01-04 region state        agreement  trade      reviewed authorise register
RU 1999-01-04 region unit         agreement  trade      reviewed consult register
RU 2005-01-01 region state        treaty     trade      barred
RU 2005-01-01 region unit         agreement  defence    barred
RU 2005-01-01 city   unit         twinning   culture    free

SU 1977-10-06 region state        treaty     culture    silent
SU 1977-10-07 region state        treaty     culture    free
SU 1991-12-25 region state        mission    culture    free
SU 1991-12-26 region state        mission    culture    silent
SU 1985-01-01 city   unit         twinning   culture    reviewed party-committee authorise
SU 1985-01-01 city   unit         agreement  culture    barred
SU 1985-01-01 region unit         agreement  culture    barred

US 1789-03-03 region state        agreement  trade      silent
US 1789-03-04 region state        agreement  trade      reviewed national-parliament
US 1982-07-01 region n-unit       agreement  environment reviewed national-parliament
US 1982-07-01 region n-unit       memorandum environment free
US 2005-01-01 region state        treaty     trade      barred
US 2005-01-01 city   unit         agreement  culture    barred
US 2005-01-01 city   unit         twinning   culture    free

EU 1993-10-31 city   unit         joint-body transport  silent
EU 1993-11-01 city   unit         joint-body transport  silent
EU 2007-07-31 city   unit         joint-body transport  silent
EU 2007-08-01 city   unit         joint-body transport  reviewed inform authorise register
EU 2014-06-21 region n-unit       joint-body health     reviewed inform authorise register
EU 2014-06-22 region n-unit       joint-body health     reviewed inform authorise register
EU 2015-01-01 region n-unit       treaty     health     silent

COE 1988-08-31 city  unit         membership culture    silent
COE 1988-09-01 city  unit         membership culture    free
COE 2013-02-28 city  n-unit       joint-body transport  silent
COE 2013-03-01 city  n-unit       joint-body transport  reviewed inform authorise register
COE 2015-01-01 city  state        forum      culture    silent
COE 2015-01-01 region unit        agreement  culture    silent
`

export interface Case {
  readonly line: string
  readonly law: string
  readonly date: number
  readonly act: Act
  readonly expected: string
}

export const cases: readonly Case[] = table
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [law, day, by, partner, form, subject, ...expected] = line.trim().split(/\s+/)
    const neighbour = partner.startsWith('n-')
    const kind = partner.replace('n-', '') === 'state' ? 'state' : 'region'
    return {
      line: line.trim().replace(/\s+/g, ' '),
      law,
      date: parseDate(day) ?? Number.NaN,
      act: {
        by: by as PartyKind,
        with: { kind, neighbour },
        form: form as Form,
        subject: subject as LegalSubject,
      },
      expected: expected.join(' '),
    }
  })
