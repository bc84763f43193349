/**
 * A usual run tries a sample where the whole takes many minutes: every input of the corpus, every type with script and
 * without, every page by every rule at every width. `BOS_THOROUGH=1 npm test` leaves nothing out.
 */
export const isThorough = process.env.BOS_THOROUGH === '1'
