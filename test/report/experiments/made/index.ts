/** Results of experiments, made up: what a chart or a page must bear. */
import type { ExperimentResult } from '../../../../src/archive/index.js'
import { seven, two } from './attributions.js'
import { morris, small, sobol } from './sensitivities.js'
import {
  alone,
  curve,
  hypercube,
  mixed,
  plane,
  single,
  switches,
  treatmentsOnly,
} from './sweeps.js'
import { eight, one } from './tests.js'

export const made: { readonly [name: string]: ExperimentResult } = {
  'sweep-curve': curve,
  'sweep-plane': plane,
  'sweep-mixed': mixed,
  'sweep-switches': switches,
  'sweep-treatments': treatmentsOnly,
  'sweep-single': single,
  'sweep-hypercube': hypercube,
  'sweep-oneAtATime': alone,
  'test-eight': eight,
  'test-one': one,
  'sensitivity-morris': morris,
  'sensitivity-sobol': sobol,
  'sensitivity-small': small,
  'attribution-seven': seven,
  'attribution-two': two,
}
