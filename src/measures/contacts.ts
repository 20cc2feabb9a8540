import { defineMeasure } from '../contract/index.js'
import { actorColumns, status } from '../world/index.js'
import { columnOfUnits } from './columnOfUnits.js'

export const contact = defineMeasure({
  name: 'contact',
  title: 'Contact',
  meaning:
    'mean contact of agreements in force: 0 all asleep, 1 all as usual; missing where none is in force',
  unit: '1',
  of: [],
  reads: { actors: { videoUse: actorColumns.videoUse } },
  observe({ agreements }, out, at) {
    const { columns: c } = agreements
    let total = 0
    let count = 0
    const live = agreements.living()
    for (let l = 0; l < live.n; l++) {
      const a = live.rows[l]
      if (c.status[a] !== status.inForce) continue
      total += c.contact[a]
      count++
    }
    out[at] = count > 0 ? total / count : NaN
  },
})

export const videoUse = columnOfUnits('videoUse', actorColumns.videoUse, 'Meetings by video')
