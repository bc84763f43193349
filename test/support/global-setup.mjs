import { register } from 'tsx/esm/api'

// Jest loads this file with Node's own loader, which reads no TypeScript: tsx reads the rest.
export default async function globalSetup() {
  const unregister = register()
  const { startBench } = await import('./bench.ts')
  globalThis.stopBench = await startBench()
  await unregister()
}
