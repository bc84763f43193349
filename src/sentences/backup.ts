import type { Text } from '../kernel/locale.ts'

/** The admin's page of backups and the drills that prove them. */
export const backup = {
  'nav.backups': { id: 'Cadangan', en: 'Backups' },
  'backup.title': { id: 'Cadangan data', en: 'Backups' },
  'backup.lead': {
    id: 'Setiap malam sistem menyalin semua data ke berkas terenkripsi. Setiap minggu sistem memulihkan salinan terbaru ke tempat uji dan memeriksa isinya.',
    en: 'Every night the system copies all data into an encrypted file. Every week it restores the newest copy in a place for tests and checks what is in it.',
  },
  'backup.none': { id: 'Belum ada cadangan.', en: 'There is no backup yet.' },
  'backup.unprotected': {
    id: 'Data belum punya cadangan. Bila besok pagi masih begitu, hubungi pengelola server.',
    en: 'The data has no backup yet. If that is still so tomorrow morning, tell whoever keeps the server.',
  },
  'backup.old': {
    id: 'Cadangan terbaru sudah {days} hari. Hubungi pengelola server.',
    en: 'The newest backup is {days} {days|day|days} old. Tell whoever keeps the server.',
  },
  'backup.lastFailed': {
    id: 'Uji pulih terakhir gagal. Alasannya ada di bawah. Hubungi pengelola server.',
    en: 'The last restore drill failed. The reason is below. Tell whoever keeps the server.',
  },
  'backup.untried': {
    id: 'Belum ada cadangan yang lulus uji pulih dalam seminggu ini.',
    en: 'No backup has passed a restore drill this week.',
  },
  'backup.standby.none': {
    id: 'Salinan langsung ke disk kedua: tidak dipasang. Bila disk rusak, laporan sejak cadangan terakhir hilang.',
    en: 'Live copy on a second disk: not set up. If the disk fails, reports since the last backup are lost.',
  },
  'backup.standby.following': {
    id: 'Salinan langsung ke disk kedua: berjalan.',
    en: 'Live copy on a second disk: running.',
  },
  'backup.standby.gone': {
    id: 'Salinan langsung ke disk kedua: terputus. Server menahan kiriman sampai tersambung lagi.',
    en: 'Live copy on a second disk: lost. The server holds back what is sent until it is there again.',
  },
  'backup.running': { id: 'Uji pulih sedang berjalan', en: 'A restore drill is running' },
  'backup.waiting': { id: 'Uji pulih menunggu giliran', en: 'A restore drill waits for its turn' },
  'backup.restoring': { id: 'Memulihkan tabel {table}.', en: 'Restoring table {table}.' },
  'backup.checking': { id: 'Memeriksa isinya.', en: 'Checking what is in it.' },
  'backup.reload': { id: 'Muat ulang halaman', en: 'Reload the page' },
  'backup.ask': { id: 'Jalankan uji pulih sekarang', en: 'Run a restore drill now' },
  'backup.asked': { id: 'Uji pulih dimulai.', en: 'The restore drill begins.' },
  'backup.list': { id: 'Cadangan yang tersimpan', en: 'Backups that are kept' },
  'backup.madeAt': { id: 'Dibuat', en: 'Made' },
  'backup.today': { id: 'Kurang dari sehari', en: 'Less than a day old' },
  'backup.yesterday': { id: '1 hari', en: '1 day old' },
  'backup.days': { id: '{days} hari', en: '{days} {days|day|days} old' },
  'backup.size': { id: 'Ukuran', en: 'Size' },
  'backup.rows': { id: 'Baris', en: 'Rows' },
  'backup.tried': { id: 'Uji pulih', en: 'Drill' },
  'backup.notTried': { id: 'Belum diuji', en: 'Not tried' },
  'backup.drills': { id: 'Uji pulih terakhir', en: 'Last restore drills' },
  'backup.noDrill': { id: 'Belum ada uji pulih.', en: 'No restore drill yet.' },
  'backup.endedAt': { id: 'Selesai', en: 'Ended' },
  'backup.verdict': { id: 'Hasil', en: 'Result' },
  'backup.state.passed': { id: 'Lulus', en: 'Passed' },
  'backup.state.failed': { id: 'Gagal', en: 'Failed' },
  'backup.faults': { id: 'Untuk pengelola server: {faults}', en: 'For whoever keeps the server: {faults}' },
  'backup.figure.rows': { id: '{value} baris sama', en: '{value} {value|row|rows} the same' },
  'backup.figure.photos': { id: '{value} foto utuh', en: '{value} {value|photo|photos} whole' },
  'backup.figure.sealed': { id: '{value} catatan audit utuh', en: '{value} audit {value|entry|entries} whole' },
  'backup.figure.reports': { id: '{value} laporan dibaca', en: '{value} {value|report|reports} read' },
  'backup.figure.opened': { id: '{value} isian tersegel dibuka', en: '{value} sealed {value|value|values} opened' },
  'backup.figure.restoreSeconds': { id: 'pulih dalam {value} detik', en: 'restored in {value} {value|second|seconds}' },
} satisfies Record<string, Text>
