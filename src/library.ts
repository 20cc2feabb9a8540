import type { Library } from './contract/index.js'
import * as measures from './measures/index.js'
import abatement from './mechanisms/abatement.js'
import activities from './mechanisms/activities.js'
import agreementLife from './mechanisms/agreementLife.js'
import baselineTrend from './mechanisms/baselineTrend.js'
import budgets from './mechanisms/budgets.js'
import centralResponse from './mechanisms/centralResponse.js'
import contacts from './mechanisms/contacts.js'
import courts from './mechanisms/courts.js'
import crisisResponse from './mechanisms/crisisResponse/index.js'
import diffusion from './mechanisms/diffusion.js'
import embeddedness from './mechanisms/embeddedness.js'
import emulation from './mechanisms/emulation.js'
import encounters from './mechanisms/encounters.js'
import exogenousEvents from './mechanisms/exogenousEvents.js'
import federalPolitics from './mechanisms/federalPolitics/index.js'
import fundingCalls from './mechanisms/fundingCalls/index.js'
import initiative from './mechanisms/initiative.js'
import interstateBargaining from './mechanisms/interstateBargaining.js'
import knowHow from './mechanisms/knowHow.js'
import legalReview from './mechanisms/legalReview.js'
import legitimacy from './mechanisms/legitimacy.js'
import negotiation from './mechanisms/negotiation.js'
import nestedAction from './mechanisms/nestedAction.js'
import networkMembership from './mechanisms/networkMembership.js'
import networks from './mechanisms/networks.js'
import networkVoice from './mechanisms/networkVoice.js'
import officeHolders from './mechanisms/officeHolders.js'
import position from './mechanisms/position.js'
import pressure from './mechanisms/pressure.js'
import programmes from './mechanisms/programmes.js'
import reconciliation from './mechanisms/reconciliation.js'
import renewal from './mechanisms/renewal.js'
import salience from './mechanisms/salience.js'
import shocks from './mechanisms/shocks.js'
import staffing from './mechanisms/staffing.js'
import stakes from './mechanisms/stakes.js'
import transboundaryFlows from './mechanisms/transboundaryFlows.js'
import twinning from './mechanisms/twinning/index.js'

/** What ships: every mechanism in the order of a tick, and every measure. A scenario names those it wants. */
export const library: Library = {
  mechanisms: [
    exogenousEvents,
    shocks,
    officeHolders,
    programmes,
    baselineTrend,
    transboundaryFlows,
    stakes,
    position,
    reconciliation,
    emulation,
    nestedAction,
    encounters,
    embeddedness,
    knowHow,
    staffing,
    activities,
    legitimacy,
    fundingCalls,
    salience,
    networks,
    diffusion,
    initiative,
    twinning,
    networkMembership,
    negotiation,
    legalReview,
    contacts,
    renewal,
    agreementLife,
    crisisResponse,
    pressure,
    courts,
    federalPolitics,
    interstateBargaining,
    abatement,
    networkVoice,
    centralResponse,
    budgets,
  ],
  measures: Object.values(measures),
}
