import express, { type Express } from 'express'

/** An Express application with our settings and no address yet. */
export function bareExpress(proxies: number): Express {
  const app = express()
  // Else Express would answer with a stack when even the error page fails.
  app.set('env', 'production')
  app.set('trust proxy', proxies)
  app.set('x-powered-by', false)
  app.set('query parser', 'simple')
  return app
}
