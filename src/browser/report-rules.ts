import type { JudgedField, PhotosNeeded } from '../reports/engine/judge.ts'

export interface PhoneField extends JudgedField {
  label: string
  readAs?: string
  empty?: string
  refused?: string
  padded?: boolean
}

/** What a form brings along, so that it can be checked on the phone. */
export interface PhoneRules {
  today: string
  version: number
  headline: string
  fields: Record<string, PhoneField>
  photos: PhotosNeeded<string> & { sentence: string }
  sentences: Record<string, string>
  summary: { one: string; many: string; word: string }
}

export const rulesOf = (form: HTMLFormElement): PhoneRules => JSON.parse(form.dataset.rules ?? '{}') as PhoneRules

/** The day it is: a page from the phone may be days old, and then says itself which day has come. */
export const todayOf = (form: HTMLFormElement, { today }: PhoneRules): string => form.dataset.today ?? today
