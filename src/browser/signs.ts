/** Sent to an input of photos: these, as they are, in the place of all it has. */
export const photosBrought = 'bos:photos-brought'

/** Sent by an input of photos: what it has is ready. */
export const photosPicked = 'bos:photos-picked'

/** Sent to the document before the page is loaded anew: who keeps something adds to the list what is to be waited for. */
export const saveNow = 'bos:keep-now'
