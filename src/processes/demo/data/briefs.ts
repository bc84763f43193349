/** What officers send in a minute; `{jenis}` is the kind of activity, `{desa}` the village. */
export const briefLines = [
  '{jenis} di {desa}, situasi aman dan terkendali.',
  '{jenis} di {desa} baru selesai, rincian menyusul malam ini.',
  '{jenis} di {desa}, disambut baik oleh warga.',
  '{jenis} di {desa}, lanjut ke lokasi berikutnya.',
]
