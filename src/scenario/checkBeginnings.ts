import { quote } from '../diagnostics/index.js'
import type { DocumentTable, ScenarioDocument } from './document.js'
import type { Findings } from './findings.js'

/** Reports calls and renewals that would begin what something else alone begins (column `begunBy` of instruments). */
export function checkBeginnings({ tables }: ScenarioDocument, findings: Findings): void {
  const instruments: DocumentTable = tables.instruments ?? {}
  const beginsBy = (cell: unknown) => instruments[String(cell)]?.begunBy
  for (const [id, { instrument }] of Object.entries(tables.calls ?? {})) {
    if (beginsBy(instrument) !== 'renewal') continue
    findings.add(
      ['tables', 'calls', id, 'instrument'],
      `the call ${quote(id)} pays for ${quote(String(instrument))}, which only a renewal begins`,
      { hint: `Let ${quote(String(instrument))} be begun by "call" or by "parties"` },
    )
  }
  for (const [id, { successor }] of Object.entries(instruments)) {
    if (beginsBy(successor) !== 'call') continue
    findings.add(
      ['tables', 'instruments', id, 'successor'],
      `${quote(id)} would be renewed as ${quote(String(successor))}, which only a call begins`,
      { hint: `Let ${quote(String(successor))} be begun by "renewal" or by "parties"` },
    )
  }
}
