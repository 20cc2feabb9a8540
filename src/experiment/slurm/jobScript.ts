import { shellLine, shellWord } from '../../diagnostics/index.js'

/**
 * The script of a job: goes where the experiment was begun, so that relative paths mean what they meant, and becomes
 * the command. The command takes the shell's place, so that Slurm's signals reach it.
 */
export function jobScript(directory: string, command: readonly string[]): string {
  return [
    '#!/bin/sh',
    '# Written by paradiplomacy. May be submitted again as it is, or run by hand.',
    `cd ${shellWord(directory)} || exit 1`,
    `exec ${shellLine(command)}`,
    '',
  ].join('\n')
}
