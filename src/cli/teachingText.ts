import type { TeachingSheet } from '../scenario/index.js'
import { wrap } from './say.js'

const width = 80

/** A teaching sheet as a terminal and a printer show it: 80 columns, and commands that can be pasted. */
export function teachingText({ question, look, change, discuss }: TeachingSheet): string {
  return [
    'In class',
    '',
    wrap(question, 2),
    '',
    '  Look at',
    ...look.map((item) => marked('-', item)),
    '',
    '  Change',
    ...change.map((step) => `${pasted(step.do)}\n${wrap(step.why, 6)}`),
    '',
    '  Discuss',
    ...discuss.map((item, at) => marked(`${at + 1}.`, item)),
  ].join('\n')
}

function marked(mark: string, text: string): string {
  const indent = 5 + mark.length
  return `    ${mark}${wrap(text, indent).slice(indent - 1)}`
}

/** A command too long for a line goes on in the next, as a shell reads it. */
function pasted(command: string): string {
  return wrap(command, 4, width - 2)
    .split('\n')
    .join(' \\\n  ')
}
