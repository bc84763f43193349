/**
 * A browser may put a page aside for the way back, as it is. In WebKit a transaction that is under way then stays under
 * way, and the pages that follow wait for its stores for as long as the page lies there. So what has not ended by then
 * is undone, and nothing begins before the page is shown again.
 */
const running = new Set<IDBTransaction>()
let shown: Promise<void> | undefined
let show: (() => void) | undefined

let isWatching = false

function watch(): void {
  if (isWatching) return
  isWatching = true
  addEventListener('pagehide', (event) => {
    if (!event.persisted) return
    shown ??= new Promise((settle) => {
      show = settle
    })
    for (const transaction of running) abort(transaction)
  })
  addEventListener('pageshow', () => {
    show?.()
    shown = undefined
  })
}

/** Waits while the page is put aside. */
export async function untilShown(): Promise<void> {
  watch()
  await shown
}

/** Has this transaction end with the page. */
export function endWithPage(transaction: IDBTransaction): void {
  running.add(transaction)
  for (const end of ['complete', 'abort']) transaction.addEventListener(end, () => running.delete(transaction))
}

/** Has every transaction of this connection end with the page. */
export function endAllWithPage(db: IDBDatabase): void {
  const begin = db.transaction.bind(db)
  db.transaction = (...how) => {
    const transaction = begin(...how)
    endWithPage(transaction)
    // Who used the connection when the page was put aside.
    if (shown) abort(transaction)
    return transaction
  }
}

/** Undoes it, unless it has ended already. */
export function abort(transaction: { abort: () => void }): void {
  try {
    transaction.abort()
  } catch {
    // It has ended already.
  }
}
