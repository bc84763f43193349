/** Why somebody is not there, as the police say it. Of an illness nothing more is kept. */
export const absenceKinds = ['cuti', 'sakit', 'izin', 'dinas-luar', 'pendidikan'] as const

export type AbsenceKind = (typeof absenceKinds)[number]

/** The one kind that may say where. */
export const kindWithPlace: AbsenceKind = 'dinas-luar'

/** As long after its end an absence is listed and may still be put right: no longer than anybody asks for silent days. */
export const daysBack = 62
