// Restores what it is told to, with what is delivered, and answers what was said against it.
import { restoreBackup } from '../../../dist/administration/backups/restore.js'

process.on('message', (order) => {
  restoreBackup(order).then(
    () => process.send({ refusal: null }),
    (error) => process.send({ refusal: error.message }),
  )
})
