import type { Text } from '../kernel/locale.ts'

/** Laporan kilat, its completion, and nihil. */
export const kilat = {
  'brief.button': { id: 'Laporan kilat, 1 menit', en: 'Flash report, 1 minute' },
  'brief.send': { id: 'Kirim kilat', en: 'Send flash report' },
  'brief.completeBy': { id: 'Lengkapi sebelum {due}.', en: 'Complete it by {due}.' },
  'brief.today': { id: 'hari ini pukul {time}', en: '{time} today' },
  'brief.tomorrow': { id: 'besok pukul {time}', en: '{time} tomorrow' },
  'brief.received': { id: 'Kilat diterima {time}, {timeliness}.', en: 'Flash report accepted {time}, {timeliness}.' },
  'brief.completeNow': { id: 'Lengkapi sekarang', en: 'Complete it now' },
  'brief.overdue': { id: 'Lewat batas lengkapi', en: 'Completion overdue' },
  'brief.complete': { id: 'Lengkapi laporan', en: 'Complete the report' },
  'brief.completeTitle': { id: 'Lengkapi kilat: {type}', en: 'Complete the flash report: {type}' },
  'brief.line': { id: 'Isi laporan kilat', en: 'What the flash report says' },
  'brief.photoKept': { id: 'Foto yang sudah ada', en: 'Photos already there' },
  'brief.wasDue': { id: 'Batas melengkapi {due} sudah lewat.', en: 'It was to be completed by {due}.' },
  'brief.otherDay': {
    id: 'Tanggalnya mengikuti kilat. Bila harinya keliru, batalkan kilat ini dan buat laporan baru.',
    en: 'The date is that of the flash report. If the day is wrong, cancel it and file a new report.',
  },
  'brief.completed': {
    id: 'Laporan {number} sudah lengkap dan terkirim.',
    en: 'Report {number} is complete and sent.',
  },
  'brief.completedAt': { id: 'Dilengkapi', en: 'Completed' },
  'home.briefs': { id: 'Lengkapi {count} laporan kilat', en: 'Complete {count} flash {count|report|reports}' },
  'home.brief': { id: 'Lengkapi 1 laporan kilat', en: 'Complete 1 flash report' },
  'home.briefsAll': { id: 'Kilat belum lengkap', en: 'Flash reports not complete' },
  'home.nihilToday': { id: 'Nihil hari ini', en: 'Nihil today' },
  'report.filter.dihitung': { id: 'Yang dihitung', en: 'Those counted' },
  'nihil.button': { id: 'Nihil', en: 'Nihil' },
  'nihil.title': { id: 'Tidak ada kegiatan hari ini?', en: 'Nothing to report today?' },
  'nihil.ask': {
    id: 'Catat hari ini tanpa kejadian? Dihitung sebagai lapor, bukan sebagai kunjungan.',
    en: 'Record today as without events? It counts as reporting, not as a visit.',
  },
  'nihil.said': { id: 'Hari ini dicatat nihil pukul {time}.', en: 'Today was recorded as nihil at {time}.' },
  'nihil.replaced': {
    id: 'Nihil pukul {time} tidak dihitung lagi, karena sudah ada laporan hari ini.',
    en: 'The nihil of {time} no longer counts, because there is a report of today.',
  },
  'nihil.withdraw': { id: 'Batalkan nihil', en: 'Take nihil back' },
  'nihil.filed': { id: 'Hari ini dicatat nihil.', en: 'Today is recorded as nihil.' },
  'nihil.withdrawn': { id: 'Nihil hari ini dibatalkan.', en: 'Today’s nihil is taken back.' },
  'nihil.hasReports': {
    id: 'Sudah ada laporan Anda untuk hari ini, jadi nihil tidak dicatat.',
    en: 'You have a report for today, so nihil is not recorded.',
  },
  'nihil.list.nihil': { id: 'Hari nihil', en: 'Nihil days' },
  'nihil.list.silent': { id: 'Hari tanpa kabar', en: 'Silent days' },
  'nihil.list.absent': { id: 'Hari tidak hadir', en: 'Days of absence' },
  'nihil.rule.nihil': {
    id: 'Petugas mencatat sendiri bahwa hari itu tanpa kejadian. Bila ada laporan hari itu, nihil tidak dihitung.',
    en: 'The officer recorded that nothing happened. When there is a report of the day, nihil does not count.',
  },
  'nihil.rule.silent': {
    id: 'Petugas punya wilayah binaan dan tidak dicatat tidak hadir, tetapi tidak ada laporan dan tidak ada nihil hari itu. Termasuk hari yang sedang berjalan.',
    en: 'The officer has assigned areas and is not recorded as absent, but there is neither a report nor a nihil of that day. The day that is still running is included.',
  },
  'nihil.rule.absent': {
    id: 'Petugas dicatat tidak hadir, dan tidak ada laporan maupun nihil hari itu.',
    en: 'The officer is recorded as absent, and there is neither a report nor a nihil of that day.',
  },
  'nihil.count.nihil': {
    id: 'Dicatat nihil {count} kali, dihitung per petugas per hari.',
    en: 'Recorded as nihil {count} {count|time|times}, counted by officer and day.',
  },
  'nihil.count.silent': {
    id: 'Tanpa kabar {count} kali, dihitung per petugas per hari.',
    en: 'Silent {count} {count|time|times}, counted by officer and day.',
  },
  'nihil.count.absent': {
    id: 'Tidak hadir {count} kali, dihitung per petugas per hari.',
    en: 'Absent {count} {count|time|times}, counted by officer and day.',
  },
  'nihil.more': { id: '{count} yang terbaru ditampilkan.', en: 'The latest {count} are shown.' },
  'nihil.none.nihil': {
    id: 'Tidak ada petugas yang mencatat nihil pada periode ini.',
    en: 'No officer recorded nihil in this period.',
  },
  'nihil.none.silent': {
    id: 'Tidak ada petugas tanpa kabar pada periode ini.',
    en: 'No officer was silent in this period.',
  },
  'nihil.none.absent': {
    id: 'Tidak ada petugas yang tidak hadir pada periode ini.',
    en: 'No officer was absent in this period.',
  },
  'nihil.day': { id: 'Hari', en: 'Day' },
  'nihil.at': { id: 'Dicatat pukul', en: 'Recorded at' },
  'recap.accepted': { id: 'Diterima tanpa dibaca', en: 'Accepted unread' },
  'recap.brief': { id: 'Kilat belum lengkap', en: 'Flash, not complete' },
  'recap.nihil': { id: 'Hari nihil', en: 'Nihil days' },
  'recap.silent': { id: 'Hari tanpa kabar', en: 'Silent days' },
  'recap.absent': { id: 'Hari tidak hadir', en: 'Days of absence' },
  'recap.legendBrief': {
    id: 'Kilat belum lengkap sudah termasuk yang belum terverifikasi.',
    en: 'Flash reports not complete are among those not yet verified.',
  },
  'recap.legendAccepted': {
    id: 'Diterima tanpa dibaca tidak termasuk terverifikasi maupun belum terverifikasi.',
    en: 'Those accepted unread are neither among the verified nor among those not yet verified.',
  },
  'recap.legendSilent': {
    id: 'Hari tanpa kabar: punya wilayah binaan, tanpa laporan dan tanpa nihil, termasuk hari yang sedang berjalan.',
    en: 'Silent days: with assigned areas, without report and without nihil, today included.',
  },
  'recap.legendAbsent': {
    id: 'Hari tidak hadir: dicatat tidak hadir, tanpa laporan dan tanpa nihil. Hari itu bukan hari tanpa kabar.',
    en: 'Days of absence: recorded as absent, without report and without nihil. They are not silent days.',
  },
  'audit.nihil.filed': { id: 'Mencatat hari nihil', en: 'Recorded a nihil day' },
  'audit.nihil.withdrawn': { id: 'Membatalkan hari nihil', en: 'Took a nihil day back' },
} satisfies Record<string, Text>
