import type { Text } from '../kernel/locale.ts'

/** The letter of agreement of a written settlement. */
export const agreement = {
  'agreement.title': { id: 'Surat kesepakatan bersama', en: 'Letter of agreement' },
  'agreement.print': { id: 'Surat kesepakatan', en: 'Letter of agreement' },
  'agreement.printFirst': { id: 'Cetak surat kesepakatan', en: 'Print the letter of agreement' },
  'agreement.printFirstHint': {
    id: 'Cetak dulu, tanda tangani bersama, lalu foto suratnya di atas. Isian disimpan sebagai draf.',
    en: 'Print it first, have it signed, then take its photo above. Your answers are saved as a draft.',
  },
  'agreement.notYet': {
    id: 'Surat belum bisa dicetak. Lengkapi isian di bawah ini dulu.',
    en: 'The letter cannot be printed yet. Complete the answers below first.',
  },
  'agreement.numberLater': {
    id: 'Nomor: menyusul',
    en: 'Number: to follow',
  },
  'agreement.draftFoot': {
    id: 'Dicetak dari draf BOS V2 pada {at}. Nomor laporan diisi setelah laporan terkirim.',
    en: 'Printed from a draft of BOS V2 on {at}. The number is filled in once the report is sent.',
  },
  'agreement.opening': {
    id: 'Pada hari {day}, bertempat di {place}, {village}, kami yang bertanda tangan di bawah ini:',
    en: 'On {day}, at {place}, {village}, we who sign below:',
  },
  'agreement.first': { id: 'Pihak kesatu', en: 'First party' },
  'agreement.second': { id: 'Pihak kedua', en: 'Second party' },
  'agreement.third': { id: 'Pihak ketiga', en: 'Third party' },
  'agreement.fourth': { id: 'Pihak keempat', en: 'Fourth party' },
  'agreement.fifth': { id: 'Pihak kelima', en: 'Fifth party' },
  'agreement.sixth': { id: 'Pihak keenam', en: 'Sixth party' },
  'agreement.agreed': {
    id: 'Para pihak sepakat menyelesaikan perkara “{matter}” secara kekeluargaan dengan ketentuan:',
    en: 'The parties agree to settle the case “{matter}” amicably, on these terms:',
  },
  'agreement.closing': {
    id: 'Surat ini dibuat dengan sadar, tanpa paksaan dari siapa pun, untuk dipatuhi bersama.',
    en: 'This letter is made knowingly and without pressure from anybody, to be kept by all.',
  },
  'agreement.witness': { id: 'Saksi {number}', en: 'Witness {number}' },
  'agreement.knownBy': { id: 'Mengetahui', en: 'Known by' },
} satisfies Record<string, Text>
