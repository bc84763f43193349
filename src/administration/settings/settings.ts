/** What a polres decides for itself. A setting that nobody has touched has the value that stands here. */
export const defaults = {
  /** Whether the Kanit reads a report before the polres decides on it. */
  duaTahap: false,
  /** How many of a hundred clean low-risk reports a reviewer must read. */
  sampel: 100,
}

export type Settings = typeof defaults
export type SettingKey = keyof Settings

export const settingKeys = Object.keys(defaults) as SettingKey[]

/** Below this nobody would notice what the sample is there to find. */
export const leastSampling = 10
