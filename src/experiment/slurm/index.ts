/** Experiments on a cluster: few pilots that share a folder, submitted to Slurm; no daemon, no scheduler of our own. */
export { cancel } from './cancel.js'
export { readSubmissions, type Submission } from './jobRecord.js'
export { type QueuedJob, queuedJobs } from './queue.js'
export { type SlurmRequest, type SlurmWishes, slurmRequest } from './request.js'
export { requireSlurm } from './requireSlurm.js'
export { type JobCommands, submit } from './submit.js'
export { type Tally, TallyKeeper } from './tally.js'
export { type WatchOptions, watch } from './watch.js'
