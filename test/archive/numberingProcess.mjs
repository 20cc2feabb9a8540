// Makes thirty numbered folders as fast as it can, from compiled code: half of a race.
import { intoResultFolder } from '../../dist/archive/index.js'

process.send('ready')
process.once('message', async () => {
  for (let k = 0; k < 30; k++) {
    await intoResultFolder({ root: process.argv[2], name: 'x' }, (folder) =>
      folder.write('owner.txt', [String(process.pid)]),
    )
  }
  process.disconnect()
})
