import { type Ledger, type Scratch, status } from '../world/index.js'

/** 1 for each actor that is party to an agreement in force. */
export function tiedActors(ledger: Ledger, n: number, scratch: Scratch): Int32Array {
  const tied = scratch.wholes(n)
  const { columns: c } = ledger
  const live = ledger.living()
  for (let l = 0; l < live.n; l++) {
    const a = live.rows[l]
    if (c.status[a] !== status.inForce) continue
    for (let p = 0; p < c.partyCount[a]; p++) tied[ledger.party(a, p)] = 1
  }
  return tied
}
