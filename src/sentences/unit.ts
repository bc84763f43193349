import type { Text } from '../kernel/locale.ts'

/** The units of the organisation and the villages that answer to them. */
export const unit = {
  'nav.units': { id: 'Satuan', en: 'Units' },
  'unit.title': { id: 'Satuan', en: 'Units' },
  'unit.name': { id: 'Nama', en: 'Name' },
  'unit.kind': { id: 'Tingkat', en: 'Level' },
  'unit.kind.mabes': { id: 'Mabes', en: 'National headquarters' },
  'unit.kind.polda': { id: 'Polda', en: 'Province' },
  'unit.kind.polres': { id: 'Polres', en: 'District' },
  'unit.kind.polsek': { id: 'Polsek', en: 'Sector' },
  'unit.zone': { id: 'Zona waktu', en: 'Time zone' },
  'unit.zoneHint': {
    id: 'Hari satuan ini dan satuan di bawahnya mulai menurut zona ini. Batas laporan yang sudah masuk tidak berubah.',
    en: 'The days of this unit and of those below it begin in this zone. Reports already filed keep their deadlines.',
  },
  'unit.zoneChange': { id: 'Ubah zona waktu', en: 'Change the time zone' },
  'unit.zoneSave': { id: 'Simpan zona waktu', en: 'Save the time zone' },
  'unit.zoneEmpty': { id: 'Pilih zona waktu', en: 'Choose the time zone' },
  'unit.zoneSaved': { id: 'Zona waktu {unit} kini {zone}.', en: 'The time zone of {unit} is now {zone}.' },
  'unit.people': { id: 'Personel', en: 'People' },
  'unit.villages': { id: 'Wilayah', en: 'Areas' },
  'unit.path': { id: 'Kode', en: 'Code' },
  'unit.since': { id: 'Mulai', en: 'Since' },
  'unit.caption': { id: 'Satuan dari atas ke bawah', en: 'Units from the top down' },
  'unit.noPolsek': {
    id: 'Belum ada polsek. Tambahkan polsek dan wilayahnya, lalu buat akun personelnya.',
    en: 'No polsek yet. Add a polsek and its areas, then create the accounts of its people.',
  },
  'unit.new': { id: 'Tambah polsek', en: 'Add a polsek' },
  'unit.newTitle': { id: 'Polsek baru di {unit}', en: 'New polsek of {unit}' },
  'unit.onlyPolres': {
    id: 'Polsek ditambahkan oleh admin polres.',
    en: 'A polsek is added by the admin of its polres.',
  },
  'unit.nameHint': { id: 'Misalnya Polsek Kesambi', en: 'For example Polsek Kesambi' },
  'unit.nameEmpty': { id: 'Isi nama polsek', en: 'Enter the name of the polsek' },
  'unit.nameShort': { id: 'Nama minimal 3 huruf', en: 'Name must have at least 3 letters' },
  'unit.nameLong': { id: 'Nama paling banyak 100 huruf', en: 'Name must be 100 letters or fewer' },
  'unit.nameLetters': {
    id: 'Nama hanya huruf, angka, spasi, titik, koma, kurung, garis miring, dan tanda hubung',
    en: 'Name may have only letters, digits, spaces, full stops, commas, brackets, slashes and hyphens',
  },
  'unit.nameTaken': {
    id: 'Nama ini sudah dipakai di {unit}. Ketik nama lain',
    en: 'This name is already used in {unit}. Enter another name',
  },
  'unit.code': { id: 'Kode singkat', en: 'Short code' },
  'unit.codeHint': {
    id: 'Huruf kecil, angka, dan tanda hubung. Bila kosong, dibuat dari nama, misalnya kesambi. Tidak bisa diganti',
    en: 'Small letters, digits and hyphens. When left empty it is made from the name, for example kesambi. It cannot be changed later',
  },
  'unit.codeBad': {
    id: 'Kode 2 sampai 40 huruf kecil, angka, atau tanda hubung, misalnya kesambi-barat',
    en: 'Code must be 2 to 40 small letters, digits or hyphens, for example kesambi-barat',
  },
  'unit.codeTaken': {
    id: 'Kode {code} sudah dipakai. Ketik kode lain',
    en: 'Code {code} is already used. Enter another code',
  },
  'unit.areas': { id: 'Kode wilayah', en: 'Area codes' },
  'unit.areasHint': {
    id: 'Kode Kemendagri, misalnya 32.74.05, 32.09.35. Semua kelurahan dan desanya ikut. Satu kelurahan atau desa saja: 32.74.05.1002',
    en: 'Kemendagri codes, for example 32.74.05, 32.09.35. All their villages are included. For one village only: 32.74.05.1002',
  },
  'unit.areasEmpty': {
    id: 'Isi kode kecamatan, kelurahan, atau desa',
    en: 'Enter the code of a kecamatan or a village',
  },
  'unit.areasLong': {
    id: 'Kode paling banyak 500 karakter. Lebih {over}',
    en: 'Codes must be 500 characters or fewer. {over} over',
  },
  'unit.areasWrong': {
    id: '{code} bukan kode kecamatan, kelurahan, atau desa. Tulis seperti 32.74.05 atau 32.74.05.1002',
    en: '{code} is not the code of a kecamatan or a village. Write it as 32.74.05 or 32.74.05.1002',
  },
  'unit.areasUnknown': {
    id: 'Kode {codes} tidak ada di daftar Kemendagri. Cari kodenya di Cari kecamatan',
    en: 'The Kemendagri list has no code {codes}. Find the code in Find a kecamatan',
  },
  'unit.areasHeld': {
    id: 'Semua wilayah ini sudah punya satuan: {villages}',
    en: 'All these areas already have a unit: {villages}',
  },
  'unit.andMore': { id: '{list}, dan {count} lainnya', en: '{list}, and {count} more' },
  'unit.create': { id: 'Buat polsek', en: 'Create the polsek' },
  'unit.created': {
    id: '{unit} dibuat. Jumlah wilayah: {count}.',
    en: '{unit} created. Number of areas: {count}.',
  },
  'unit.createdLeft': {
    id: '{unit} dibuat. Jumlah wilayah: {count}. Tetap di satuan lain: {left}.',
    en: '{unit} created. Number of areas: {count}. Left with another unit: {left}.',
  },

  'unit.details': { id: 'Data', en: 'Details' },
  'unit.seePeople': { id: 'Lihat personel', en: 'See the people' },
  'unit.newPerson': { id: 'Tambah personel', en: 'Add a person' },
  'unit.noVillages': {
    id: 'Belum ada wilayah. Tambahkan wilayah supaya Bhabinkamtibmas bisa ditugaskan.',
    en: 'No areas yet. Add areas so that a Bhabinkamtibmas can be assigned.',
  },
  'unit.subdistrict': { id: 'Kec. {name}', en: 'Kec. {name}' },
  'unit.noOfficer': { id: 'Belum ada petugas', en: 'No officer yet' },
  'unit.addVillages': { id: 'Tambah wilayah', en: 'Add areas' },
  'unit.villagesAdded': { id: 'Wilayah ditambahkan: {count}.', en: 'Areas added: {count}.' },
  'unit.villagesAddedLeft': {
    id: 'Wilayah ditambahkan: {count}. Tetap di satuan lain: {left}.',
    en: 'Areas added: {count}. Left with another unit: {left}.',
  },
  'unit.endVillage': { id: 'Akhiri', en: 'End' },
  'unit.endVillageOf': { id: 'Akhiri {village}', en: 'End {village}' },
  'unit.villageEnded': {
    id: '{village} tidak lagi menjadi wilayah {unit} mulai hari ini.',
    en: '{village} is no longer an area of {unit} as of today.',
  },
  'unit.villageServed': {
    id: '{village} masih ditugaskan kepada {officers}. Akhiri dulu penugasannya di halaman personel',
    en: '{village} is still assigned to {officers}. End the assignment on the personnel page first',
  },

  'unit.findArea': { id: 'Cari kecamatan', en: 'Find a kecamatan' },
  'unit.findAreaLabel': { id: 'Nama kecamatan atau kabupaten', en: 'Name of the kecamatan or kabupaten' },
  'unit.findAreaHint': {
    id: 'Minimal 3 huruf, misalnya Kesambi atau Kota Cirebon',
    en: 'At least 3 letters, for example Kesambi or Kota Cirebon',
  },
  'unit.findAreaShort': { id: 'Tulis minimal 3 huruf', en: 'Enter at least 3 letters' },
  'unit.findAreaNone': {
    id: 'Tidak ada kecamatan dengan nama itu. Periksa ejaannya atau tulis sebagian namanya.',
    en: 'No kecamatan has that name. Check the spelling or enter a part of the name.',
  },
  'unit.findAreaMore': {
    id: 'Hanya {count} yang pertama. Tulis nama yang lebih lengkap.',
    en: 'Only the first {count}. Enter more of the name.',
  },
  'unit.findAreaCaption': { id: 'Kecamatan dan kodenya', en: 'Kecamatan and their codes' },
  'unit.areaCode': { id: 'Kode', en: 'Code' },
  'unit.district': { id: 'Kecamatan', en: 'Kecamatan' },
  'unit.regency': { id: 'Kabupaten atau kota', en: 'Kabupaten or city' },
  'unit.useArea': { id: 'Pakai', en: 'Use' },
  'unit.useAreaOf': { id: 'Pakai Kec. {name}', en: 'Use Kec. {name}' },
} satisfies Record<string, Text>
