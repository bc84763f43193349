declare module 'doiuse' {
  import type { AcceptedPlugin } from 'postcss'

  interface Usage {
    feature: string
    featureData: { missing?: string }
    usage: { toString(): string }
  }

  export default function doiuse(options: {
    browsers: string[]
    onFeatureUsage: (usage: Usage) => void
  }): AcceptedPlugin
}
