const query = (params: Record<string, string | undefined>): string => {
  const given = Object.entries(params).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  )
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

const registerAt = { keluarga: '/warga', tempat: '/tempat', kelompok: '/kelompok' } as const
type RegisterName = keyof typeof registerAt

/** Every address of the application is built here, and nowhere else. */
export const paths = {
  home: '/',
  account: '/akun',
  password: '/sandi',
  confirmDevices: '/akun/perangkat',
  offline: '/luring',
  phoneList: '/daftar-hp',
  newReport: '/laporan/baru',
  brief: '/laporan/kilat',
  fileReport: (type: string) => `/laporan/${type}`,
  newReportOf: (type: string, entry?: string) => `/laporan/${type}/baru${query({ entri: entry })}`,
  report: (id: string) => `/laporan/${id}`,
  receipt: (id: string) => `/laporan/${id}/tanda-terima`,
  printReport: (id: string) => `/laporan/${id}/cetak`,
  comparison: (id: string, other: string) => `/laporan/${id}/perbandingan/${other}`,
  /** By its place on the page, or by its hash. */
  photo: (id: string, which: number | string) => `/laporan/${id}/foto/${which}`,
  parkedPhoto: (id: string, hash: string) => `/draf/${id}/foto/${hash}`,
  verification: (id: string) => `/laporan/${id}/verifikasi`,
  return: (id: string) => `/laporan/${id}/pengembalian`,
  check: (id: string) => `/laporan/${id}/pemeriksaan`,
  duplicate: (id: string) => `/laporan/${id}/duplikat`,
  addendum: (id: string) => `/laporan/${id}/catatan`,
  recall: (id: string) => `/laporan/${id}/penarikan`,
  resending: (id: string) => `/laporan/${id}/pengiriman`,
  correction: (id: string) => `/laporan/${id}/perbaikan`,
  completion: (id: string) => `/laporan/${id}/pelengkapan`,
  acknowledgement: (id: string) => `/laporan/${id}/pengakuan`,
  disowning: (id: string) => `/laporan/${id}/penyangkalan`,
  endorsement: (id: string) => `/laporan/${id}/pengesahan`,
  rejection: (id: string) => `/laporan/${id}/penolakan`,
  cancellation: (id: string) => `/laporan/${id}/pembatalan`,
  /** `jenis`, `satuan` (a unit's path), `petugas` (a person's id), `tanda`, `bagian`, `halaman`, `pilih`. */
  queue: (filter: Record<string, string | undefined> = {}) => `/antrean${query(filter)}`,
  /** `daftar`: the address of the list that it was opened from, as one word. */
  reportInList: (id: string, list: string) => `/laporan/${id}${query({ daftar: list })}`,
  reportInQueue: (id: string, queue: string) => `/laporan/${id}${query({ antrean: queue })}`,
  verifyBatch: '/antrean/kelompok/verifikasi',
  acceptRest: '/antrean/kelompok/penerimaan',
  undoBatch: (id: string) => `/antrean/kelompok/${id}/pembatalan`,
  otherSends: (id: string) => `/laporan/${id}/kiriman-lain`,
  lateReason: (id: string) => `/laporan/${id}/alasan-terlambat`,
  draftAgreement: (id: string) => `/draf/${id}/surat-kesepakatan`,
  agreement: (id: string) => `/laporan/${id}/surat-kesepakatan`,
  revealSource: (id: string) => `/laporan/${id}/pembukaan-sumber`,
  /** `baru` greets somebody who has just pressed Send. */
  phoneQueue: (filter: { baru?: string } = {}) => `/antrean-kirim${query(filter)}`,
  removeQueued: (id: string) => `/antrean-kirim/penghapusan?laporan=${id}`,
  language: '/bahasa',
  signIn: (returnTo: string) => `/masuk${query({ kembali: returnTo })}`,
  signOut: '/keluar',
  eraseAndSignOut: '/keluar/penghapusan',
  settings: '/pengaturan',
  carry: '/berkas-kiriman',
  quarantine: '/karantina',
  quarantineList: (filter: Record<string, string>) => `/karantina${query(filter)}`,
  readEnvelope: (digest: string) => `/karantina/${digest}/pembukaan`,
  unassigned: '/kiriman-tak-dikenal',
  unassignedList: (filter: Record<string, string>) => `/kiriman-tak-dikenal${query(filter)}`,
  assignUnit: (digest: string) => `/kiriman-tak-dikenal/${digest}/penyerahan`,
  releaseEnvelope: (digest: string) => `/karantina/${digest}/pelepasan`,
  discardEnvelope: (digest: string) => `/karantina/${digest}/penyisihan`,
  /** `nomor` fills the form. */
  receiptCheck: (filter: { nomor?: string } = {}) => `/cek${query(filter)}`,
  window: '/jendela-lapor',
  windowRules: '/jendela-lapor/aturan',
  endRule: (id: string) => `/jendela-lapor/aturan/${id}/akhir`,
  windowExceptions: '/jendela-lapor/pengecualian',
  withdrawException: (id: string) => `/jendela-lapor/pengecualian/${id}/pencabutan`,
  /** `petugas` (a person's id), `jenis`, `dari`, `sampai` fill the form. */
  absences: (filled: Record<string, string | undefined> = {}) => `/ketidakhadiran${query(filled)}`,
  endAbsence: (id: string) => `/ketidakhadiran/${id}/akhir`,
  cancelAbsence: (id: string) => `/ketidakhadiran/${id}/pembatalan`,
  nihil: '/nihil',
  withdrawNihil: '/nihil/pembatalan',
  /** Nihil days, or with `isi` the silent ones or those of absence; `satuan`, `petugas`, `dari`, `sampai`. */
  daysTold: (filter: Record<string, string | undefined> = {}) => `/nihil${query(filter)}`,
  /** `tanggal`, `satuan` (a unit's path). */
  morningSheet: (filter: Record<string, string | undefined> = {}) => `/lembar-pagi${query(filter)}`,
  printMorningSheet: (filter: Record<string, string | undefined> = {}) => `/lembar-pagi/cetak${query(filter)}`,
  draft: (id: string) => `/draf/${id}`,
  removeDraft: (id: string) => `/draf/${id}/penghapusan`,
  draftEntry: (id: string) => `/draf/${id}/entri`,
  /** `jenis`, `keadaan`, `satuan` (a unit's path), `petugas` (a person's id), `tanda` (a warning's key), `dari`, `sampai`, `setelah`. */
  reports: (filter: Record<string, string | undefined> = {}) => `/laporan${query(filter)}`,
  /** `bentuk` the form of the file: `xlsx`, or else CSV. */
  reportsFile: (filter: Record<string, string | undefined> = {}) => `/laporan/unduhan${query(filter)}`,
  /** `kind` is a part of the register; `cari`, `draf` (the draft that an entry is chosen for). */
  register: (kind: RegisterName, filter: Record<string, string | undefined> = {}) =>
    `${registerAt[kind]}${query(filter)}`,
  newEntry: (kind: RegisterName, filter: Record<string, string | undefined> = {}) =>
    `${registerAt[kind]}/baru${query(filter)}`,
  entry: (kind: RegisterName, id: string) => `${registerAt[kind]}/${id}`,
  editEntry: (kind: RegisterName, id: string) => `${registerAt[kind]}/${id}/ubah`,
  /** `cari` a name; `dengan` the id of the entry that stays. */
  mergeEntry: (kind: RegisterName, id: string, filter: Record<string, string | undefined> = {}) =>
    `${registerAt[kind]}/${id}/penggabungan${query(filter)}`,
  splitEntry: (kind: RegisterName, id: string) => `${registerAt[kind]}/${id}/pemisahan`,
  /** `wilayah` a village's code. */
  coverage: (filter: Record<string, string | undefined> = {}) => `/cakupan${query(filter)}`,
  printCoverage: (filter: Record<string, string | undefined> = {}) => `/cakupan/cetak${query(filter)}`,
  villages: '/wilayah',
  village: (code: string) => `/wilayah/${code}`,
  editVillage: (code: string) => `/wilayah/${code}/ubah`,
  followUps: (filter: Record<string, string | undefined> = {}) => `/tindak-lanjut${query(filter)}`,
  closeFollowUp: (id: string) => `/laporan/${id}/hasil`,
  revealNik: (id: string) => `${registerAt.keluarga}/${id}/nik`,
  /** `minggu` (any day of it), `satuan` (a unit's path). */
  dashboard: (filter: Record<string, string | undefined> = {}) => `/dasbor${query(filter)}`,
  printDashboard: (filter: Record<string, string | undefined> = {}) => `/dasbor/cetak${query(filter)}`,
  earlyWarnings: '/peringatan',
  earlyWarning: (village: string, category: string) => `/peringatan/${village}/${category}`,
  answerEarlyWarning: (village: string, category: string) => `/peringatan/${village}/${category}/penanganan`,
  directives: '/arahan',
  /** `wilayah` (a village's code) and `kategori` of an early warning fill the form. */
  newDirective: (filled: Record<string, string | undefined> = {}) => `/arahan/baru${query(filled)}`,
  directive: (id: string) => `/arahan/${id}`,
  understandDirective: (id: string) => `/arahan/${id}/pemahaman`,
  endDirective: (id: string) => `/arahan/${id}/akhir`,
  recap: (filter: Record<string, string | undefined> = {}) => `/rekap${query(filter)}`,
  /** `bentuk` the form of the file: `xlsx`, or else CSV. */
  recapFile: (filter: Record<string, string | undefined> = {}) => `/rekap/unduhan${query(filter)}`,
  recapText: (filter: Record<string, string | undefined> = {}) => `/rekap/teks${query(filter)}`,
  /** Not ours: opens WhatsApp with a text, to be sent to whom one chooses there. */
  whatsApp: (text: string) => `https://wa.me/?text=${encodeURIComponent(text)}`,
  printRecap: (filter: Record<string, string | undefined> = {}) => `/rekap/cetak${query(filter)}`,
  /** `hari` (7, 28, 90), `satuan` (a unit's path). */
  rules: '/mutu/aturan',
  /** `jenis`, `isian`, `aturan` say which finding; `setelah`. */
  reportsFound: (filter: Record<string, string | undefined>) => `/mutu/aturan/laporan${query(filter)}`,
  quality: (filter: Record<string, string | undefined> = {}) => `/mutu${query(filter)}`,
  /** `nrp`, `aksi` (an event's name), `hari`, `sebelum` (an entry's id). */
  audit: (filter: Record<string, string | undefined> = {}) => `/audit${query(filter)}`,
  integrity: '/keutuhan-data',
  cancelCheck: '/keutuhan-data/pembatalan',
  outages: '/gangguan',
  endOutage: (since: number) => `/gangguan/${since}/akhir`,
  backups: '/cadangan',
  drill: '/cadangan/uji',
  accountRequests: '/konfirmasi',
  accountRequest: (id: string) => `/konfirmasi/${id}`,
  confirmRequest: (id: string) => `/konfirmasi/${id}/persetujuan`,
  rejectRequest: (id: string) => `/konfirmasi/${id}/penolakan`,
  withdrawRequest: (id: string) => `/konfirmasi/${id}/penarikan`,
  readAccountNotice: (id: string) => `/kabar-akun/${id}/dibaca`,
  endSessionsOf: (id: string) => `/personel/${id}/sesi/akhir`,
  personnel: (filter: Record<string, string | undefined> = {}) => `/personel${query(filter)}`,
  newPerson: '/personel/baru',
  newPersonIn: (unitPath: string) => `/personel/baru${query({ satuan: unitPath })}`,
  person: (id: string) => `/personel/${id}`,
  editPerson: (id: string) => `/personel/${id}/ubah`,
  /** One's own. */
  revokeDevice: (id: string) => `/akun/perangkat/${id}/pencabutan`,
  /** Another person's, by the admin. */
  revokeDeviceOf: (id: string, device: string) => `/personel/${id}/perangkat/${device}/pencabutan`,
  suspension: (id: string) => `/personel/${id}/penonaktifan`,
  reinstatement: (id: string) => `/personel/${id}/pengaktifan`,
  slip: (id: string) => `/personel/${id}/slip`,
  move: (id: string) => `/personel/${id}/mutasi`,
  assignments: (id: string) => `/personel/${id}/penugasan`,
  endAssignment: (id: string, assignment: string) => `/personel/${id}/penugasan/${assignment}/akhir`,
  vocabularies: '/kosakata',
  vocabulary: (name: string) => `/kosakata/${name}`,
  retireTerm: (name: string, key: string) => `/kosakata/${name}/${key}/penghentian`,
  reinstateTerm: (name: string, key: string) => `/kosakata/${name}/${key}/pengaktifan`,
  mergeTerm: (name: string, key: string) => `/kosakata/${name}/${key}/penggabungan`,
  units: '/satuan',
  /** `kecamatan` (a code) fills the form. */
  newUnit: (filled: Record<string, string | undefined> = {}) => `/satuan/baru${query(filled)}`,
  /** `cari`, `untuk` (the id of the unit that the area is looked for). */
  findArea: (filter: Record<string, string | undefined> = {}) => `/satuan/wilayah${query(filter)}`,
  unit: (id: string, filled: Record<string, string | undefined> = {}) => `/satuan/${id}${query(filled)}`,
  unitZone: (id: string) => `/satuan/${id}/zona`,
  addVillages: (id: string) => `/satuan/${id}/wilayah`,
  endVillage: (id: string, village: string) => `/satuan/${id}/wilayah/${village}/akhir`,
}
