import type { Text } from '../kernel/locale.ts'

/** The words that the admin keeps. */
export const vocabulary = {
  'nav.vocabularies': { id: 'Kosakata', en: 'Vocabularies' },
  'vocabulary.title': { id: 'Kosakata', en: 'Vocabularies' },
  'vocabulary.leadAll': {
    id: 'Daftar pilihan di formulir, untuk semua satuan di server ini. Yang berhenti atau digabung tetap terbaca di laporan lama.',
    en: 'The lists to choose from in forms, for all units of this server. What is retired or merged stays readable in old reports.',
  },
  'vocabulary.leadOwn': {
    id: 'Daftar pilihan di formulir {unit}: daftar bersama, ditambah dan dikurangi untuk satuan Anda saja. Satuan lain tidak berubah. Yang berhenti atau digabung tetap terbaca di laporan lama.',
    en: 'The lists to choose from in the forms of {unit}: the common list, with what your unit adds and ends for itself. Other units are not changed. What is retired or merged stays readable in old reports.',
  },
  'vocabulary.endedAboveNote': {
    id: 'Dihentikan oleh satuan di atas',
    en: 'Ended by a unit above',
  },
  'vocabulary.endedAbove': {
    id: 'Istilah ini dihentikan oleh satuan di atas. Hanya admin di sana yang bisa menawarkannya lagi.',
    en: 'This term was ended by a unit above. Only the admin there can offer it again.',
  },
  'vocabulary.caption': { id: 'Daftar kosakata', en: 'List of vocabularies' },
  'vocabulary.name': { id: 'Kosakata', en: 'Vocabulary' },
  'vocabulary.offered': { id: 'Ditawarkan', en: 'Offered' },
  'vocabulary.gone': { id: 'Tidak ditawarkan', en: 'Not offered' },
  'vocabulary.none': { id: 'Belum ada istilah.', en: 'No terms yet.' },
  'vocabulary.countedAt': { id: 'Pemakaian dihitung {at}.', en: 'Uses counted {at}.' },
  'vocabulary.uses': { id: 'Dipakai {count} kali', en: 'Used {count} {count|time|times}' },
  'vocabulary.usesMerged': {
    id: 'Dipakai {count} kali, dengan yang digabung {all} kali',
    en: 'Used {count} {count|time|times}, {all} {all|time|times} with what was merged',
  },
  'vocabulary.from': { id: 'Mulai {day}', en: 'From {day}' },
  'vocabulary.retiredOn': { id: 'Berhenti {day}', en: 'Retired {day}' },
  'vocabulary.mergedOn': { id: 'Digabung {day} ke {label}', en: 'Merged {day} into {label}' },
  'vocabulary.add': { id: 'Tambah istilah', en: 'Add a term' },
  'vocabulary.label': { id: 'Istilah', en: 'Term' },
  'vocabulary.labelHint': {
    id: 'Tidak bisa diubah lagi, sebab laporan menyebutnya. Periksa ejaannya.',
    en: 'Cannot be changed later, for reports name it. Check the spelling.',
  },
  'vocabulary.labelEnglish': { id: 'Istilah dalam bahasa Inggris', en: 'Term in English' },
  'vocabulary.since': { id: 'Mulai ditawarkan', en: 'Offered from' },
  'vocabulary.known': { id: '"{label}" sudah ada di daftar', en: '"{label}" is already in the list' },
  'vocabulary.added': { id: '"{label}" ditambahkan.', en: '"{label}" is added.' },
  'vocabulary.retire': { id: 'Hentikan', en: 'Retire' },
  'vocabulary.retireOf': { id: 'Hentikan {label}', en: 'Retire {label}' },
  'vocabulary.retired': {
    id: '"{label}" tidak ditawarkan lagi.',
    en: '"{label}" is no longer offered.',
  },
  'vocabulary.reinstate': { id: 'Tawarkan lagi', en: 'Offer again' },
  'vocabulary.reinstateOf': { id: 'Tawarkan lagi {label}', en: 'Offer {label} again' },
  'vocabulary.reinstated': { id: '"{label}" ditawarkan lagi.', en: '"{label}" is offered again.' },
  'vocabulary.merge': { id: 'Gabungkan', en: 'Merge' },
  'vocabulary.mergeOf': { id: 'Gabungkan {label}', en: 'Merge {label}' },
  'vocabulary.mergeText': {
    id: '"{label}" dipakai {count} kali. Laporan lama tetap menyebutnya. Formulir tidak menawarkannya lagi.',
    en: '"{label}" was used {count} {count|time|times}. Old reports keep naming it. Forms no longer offer it.',
  },
  'vocabulary.target': { id: 'Gabungkan ke', en: 'Merge into' },
  'vocabulary.targetHint': {
    id: 'Istilah yang dipilih petugas mulai hari ini.',
    en: 'The term that officers choose from today on.',
  },
  'vocabulary.targetOption': { id: '{label} ({count} kali)', en: '{label} ({count} {count|time|times})' },
  'vocabulary.targetEmpty': { id: 'Pilih istilah tujuan', en: 'Choose the term to merge into' },
  'vocabulary.targetGone': {
    id: 'Istilah tujuan tidak ditawarkan lagi. Pilih yang lain.',
    en: 'The term to merge into is no longer offered. Choose another.',
  },
  'vocabulary.merged': { id: '"{label}" digabung.', en: '"{label}" is merged.' },
  'vocabulary.lastWord': {
    id: 'Harus ada satu istilah yang ditawarkan. Tambahkan penggantinya dulu.',
    en: 'One term must be offered. Add its successor first.',
  },
  'audit.subject.term': { id: 'Kosakata', en: 'Vocabulary' },
  'audit.term.added': { id: 'Menambah istilah', en: 'Added a term' },
  'audit.term.retired': { id: 'Menghentikan istilah', en: 'Retired a term' },
  'audit.term.reinstated': { id: 'Menawarkan lagi istilah', en: 'Offered a term again' },
  'audit.term.merged': { id: 'Menggabungkan istilah', en: 'Merged a term' },
} satisfies Record<string, Text>
