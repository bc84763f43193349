// Loaded before the application: changes the text of modules as they are loaded, as BOS_CHANGES says.
import { register } from 'node:module'

register('./changes.mjs', import.meta.url, { data: JSON.parse(process.env.BOS_CHANGES) })
