// Makes the command executable: an installation that links to it would lose its command with every build.
import { chmodSync } from 'node:fs'

chmodSync(new URL('../dist/cli/main.js', import.meta.url), 0o755)
