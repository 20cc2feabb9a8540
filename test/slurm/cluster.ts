import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { hostname, tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a cluster on one machine needs. */
const programs = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'squeue', 'scancel', 'sinfo']

/** How long a cluster may take to be ready, in milliseconds. */
const patience = 20_000

const nodes = ['n1', 'n2'] as const

/** A node of the cluster. */
export type NodeName = (typeof nodes)[number]

/** Daemons live where not every user's PATH leads. */
const path = `${process.env.PATH ?? ''}${delimiter}/usr/sbin${delimiter}/sbin`

/** Is Slurm installed on this machine? */
export function hasSlurm(): boolean {
  return programs.every((name) =>
    path.split(delimiter).some((folder) => isProgram(join(folder, name))),
  )
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * A Slurm cluster of two nodes with two processors each, all on this machine, without systemd and without root's
 * configuration: everything lies in a temporary folder, on ports of its own.
 */
export class Cluster {
  /** What a command needs in its environment to find this cluster. */
  readonly env: { readonly SLURM_CONF: string }
  readonly #folder: string
  readonly #daemons = new Map<string, ChildProcess>()

  private constructor(folder: string) {
    this.#folder = folder
    this.env = { SLURM_CONF: join(folder, 'slurm.conf') }
  }

  /** Brings a cluster up, both nodes idle. */
  static async start(): Promise<Cluster> {
    const cluster = new Cluster(await mkdtemp(join(tmpdir(), 'cluster-')))
    try {
      await cluster.#configure()
      await cluster.#startMunge()
      cluster.#launch('slurmctld', ['-D', '-f', cluster.env.SLURM_CONF])
      for (const node of nodes) cluster.startNode(node)
      await cluster.#untilIdle()
      return cluster
    } catch (error) {
      const logs = await cluster.#logs()
      await cluster.stop()
      throw new Error(`the test cluster does not come up: ${String(error)}\n${logs}`)
    }
  }

  /** Starts the daemon of a node. */
  startNode(node: NodeName): void {
    this.#launch('slurmd', ['-D', '-f', this.env.SLURM_CONF, '-N', node], node)
  }

  /** Kills a node as a power cut does: its daemon and all that runs on it. */
  async killNode(node: NodeName): Promise<void> {
    const daemon = this.#daemons.get(node)
    const exit = daemon && once(daemon, 'exit')
    daemon?.kill('SIGKILL')
    // Those that watch over a job before the job, lest they report its end.
    for (const process of this.#processes()) if (process.node === node) kill(process.pid)
    await exit
  }

  /** Kills whatever a job runs. */
  killJob(job: string): void {
    for (const { pid, job: of } of this.#processes()) if (of === job) kill(pid)
  }

  /** What `squeue` says of the jobs that wait or run: id, state and node. */
  async queue(): Promise<readonly { id: string; array: string; state: string; node: string }[]> {
    const { stdout } = await this.#ask('squeue', ['--noheader', '--array', '--format=%A|%F|%T|%N'])
    return stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [id, array, state, node] = line.split('|')
        return { id, array, state, node }
      })
  }

  /** Ends every job and daemon and takes the folder away; whatever state the cluster is in. */
  async stop(): Promise<void> {
    for (const daemon of this.#daemons.values()) daemon.kill('SIGKILL')
    for (const { pid } of this.#processes()) kill(pid)
    while (this.#processes().length > 0) await sleep(20)
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 })
  }

  async #configure(): Promise<void> {
    const at = (name: string) => join(this.#folder, name)
    for (const name of ['state', 'spool-n1', 'spool-n2', 'logs']) await mkdir(at(name))
    await writeFile(at('munge.key'), randomBytes(128), { mode: 0o600 })
    await writeFile(at('cgroup.conf'), 'CgroupAutomount=no\n')
    const [controller, ...ports] = await freePorts(1 + nodes.length)
    const [host] = hostname().split('.')
    const user = userInfo().username
    const lines = [
      'ClusterName=test',
      `SlurmctldHost=${host}(127.0.0.1)`,
      `SlurmctldPort=${controller}`,
      `SlurmUser=${user}`,
      `SlurmdUser=${user}`,
      'AuthType=auth/munge',
      // Otherwise a task that is requeued waits for two minutes.
      `AuthInfo=socket=${at('munge.socket')},cred_expire=5`,
      `StateSaveLocation=${at('state')}`,
      `SlurmdSpoolDir=${at('spool-%n')}`,
      `SlurmctldPidFile=${at('slurmctld.pid')}`,
      `SlurmdPidFile=${at('slurmd-%n.pid')}`,
      `SlurmctldLogFile=${at('logs/slurmctld.log')}`,
      `SlurmdLogFile=${at('logs/slurmd-%n.log')}`,
      // A dead node is noticed soon.
      'SlurmdTimeout=5',
      'MessageTimeout=2',
      'ReturnToService=2',
      'ProctrackType=proctrack/linuxproc',
      'TaskPlugin=task/none',
      'SwitchType=switch/none',
      'MpiDefault=none',
      'SelectType=select/cons_tres',
      'SelectTypeParameters=CR_Core_Memory',
      // Nodes may declare more than the machine has.
      'SlurmdParameters=config_overrides',
      'SchedulerParameters=batch_sched_delay=0,sched_min_interval=0,sched_interval=1,bf_interval=1',
      'AccountingStorageType=accounting_storage/none',
      'JobCompType=jobcomp/none',
      'MinJobAge=2',
      ...nodes.map(
        (node, k) =>
          `NodeName=${node} NodeHostname=${host} NodeAddr=127.0.0.1 Port=${ports[k]} CPUs=2 RealMemory=8000`,
      ),
      'PartitionName=day Nodes=ALL Default=YES MaxTime=60 State=UP',
    ]
    await writeFile(this.env.SLURM_CONF, `${lines.join('\n')}\n`)
  }

  async #startMunge(): Promise<void> {
    const at = (name: string) => join(this.#folder, name)
    this.#launch('munged', [
      '--foreground',
      '--force',
      `--key-file=${at('munge.key')}`,
      `--socket=${at('munge.socket')}`,
      `--pid-file=${at('munge.pid')}`,
      `--log-file=${at('logs/munged.log')}`,
      `--seed-file=${at('munge.seed')}`,
    ])
    await until(() => readdirSync(this.#folder).includes('munge.socket'))
  }

  #launch(program: string, words: readonly string[], name = program): void {
    // What a daemon starts inherits its mark.
    const env = { PATH: path, ...this.env, CLUSTER_DAEMON: name }
    this.#daemons.set(name, spawn(program, [...words], { env, stdio: 'ignore' }))
  }

  async #untilIdle(): Promise<void> {
    await until(async () => {
      const states = await this.#ask('sinfo', ['--noheader', '--Node', '--format=%T']).catch(
        () => undefined,
      )
      return states?.stdout.trim() === nodes.map(() => 'idle').join('\n')
    })
  }

  #ask(program: string, words: readonly string[]) {
    return run(program, [...words], { env: { PATH: path, ...this.env } })
  }

  /** Every process of ours, jobs included: they inherit the name of the configuration. */
  #processes(): { readonly pid: number; readonly node: string; readonly job: string }[] {
    const found: { pid: number; node: string; job: string }[] = []
    for (const entry of readdirSync('/proc')) {
      if (!/^\d+$/.test(entry) || Number(entry) === process.pid) continue
      const environment = environmentOf(entry)
      if (environment.get('SLURM_CONF') !== this.env.SLURM_CONF) continue
      const node = environment.get('SLURMD_NODENAME') ?? environment.get('CLUSTER_DAEMON') ?? ''
      found.push({ pid: Number(entry), node, job: environment.get('SLURM_JOB_ID') ?? '' })
    }
    return found
  }

  async #logs(): Promise<string> {
    const ends: string[] = []
    for (const name of readdirSync(join(this.#folder, 'logs'))) {
      const text = await readFile(join(this.#folder, 'logs', name), 'utf8')
      ends.push(`--- ${name}\n${text.split('\n').slice(-20).join('\n')}`)
    }
    return ends.join('\n')
  }
}

/** The environment that a process was started with; empty for one that has ended. */
function environmentOf(pid: string): ReadonlyMap<string, string> {
  try {
    const pairs = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0')
    return new Map(
      pairs.map((pair) => {
        const at = pair.indexOf('=')
        return [pair.slice(0, at), pair.slice(at + 1)]
      }),
    )
  } catch {
    return new Map()
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

async function freePorts(n: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: n }, async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await once(server, 'listening')
      return server
    }),
  )
  const ports = servers.map((server) => (server.address() as AddressInfo).port)
  for (const server of servers) server.close()
  return ports
}

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + patience
  while (!(await done())) {
    if (performance.now() > end) throw new Error('it takes too long')
    await sleep(50)
  }
}
