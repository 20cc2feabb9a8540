import { defineMechanism, number } from '../contract/index.js'
import { actorColumns, affinityTies } from '../world/index.js'

/**
 * Partners are found by meeting them. While travel between two states is shut, a new tie between their units is worth
 * less to both; video makes up for a part of it, but for less than among those who know each other already. So a
 * shock that ties in force survive slows new ones.
 */
export default defineMechanism({
  name: 'encounters',
  summary: 'New ties wait for partners to meet: shut travel makes them less likely.',
  source:
    'Catalini, Fons-Rosen and Gaulé 2020 (where travel becomes cheaper, new collaborations begin); INET 2021 (in the pandemic projects slow down)',
  parameters: {
    meeting: number({
      default: 2,
      range: [1, 4],
      limits: [0, 50],
      unit: 'logit',
      meaning: 'what a new tie is worth less where the two cannot travel at all',
      source: 'no figure known',
      grade: 'assumed',
    }),
    video: number({
      default: 0.3,
      range: [0, 0.6],
      limits: [0, 1],
      unit: '1',
      meaning: 'part of a first meeting that one by video is worth, where both use it fully',
      source: 'less than among partners who know each other; no figure known',
      grade: 'assumed',
    }),
  },
  reads: { actors: { travel: actorColumns.travel, videoUse: actorColumns.videoUse } },
  ties: affinityTies,
  step({ n, states, actors: { travel, videoUse }, ties }, { parameters: p }) {
    const affinity = ties.affinity.values
    for (const s of states) {
      for (const t of states) {
        const shut = 1 - Math.min(travel[s], travel[t])
        if (s === t || shut === 0) continue
        const byVideo = p.video * Math.min(videoUse[s], videoUse[t])
        affinity[s * n + t] -= p.meeting * shut * (1 - byVideo)
      }
    }
  },
})
