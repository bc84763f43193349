import { addDays } from '../../kernel/days.ts'
import type { Answers, ReportType } from '../../reports/engine/index.ts'
import { filled, heard, orUnknown, proof, type Scene, talkAnswers, visitAnswers, whole } from './answers.ts'
import { activities, guidance, needs, placeAdvice, quarrels, services } from './data/acts.ts'
import { hows, rumours, whys } from './data/information.ts'
import { lastNames, men, women } from './data/names.ts'
import type { PlannedEntry } from './entries.ts'
import type { Chance } from './random.ts'

/** A kind of work: how often it is done, what its photos show, what is written about it. */
export interface Act {
  typeKey: string
  /** Of a hundred reports. */
  share: number
  shows: 'houses' | 'halls'
  /** Which part of the register it is about; '' for none. */
  about: 'households' | 'places' | 'groups' | ''
  answers: (type: ReportType, scene: Scene, entry: PlannedEntry) => Answers
}

export const acts: readonly Act[] = [
  { typeKey: 'kunjungan-warga', share: 62, shows: 'houses', about: 'households', answers: visitAnswers },
  { typeKey: 'penyuluhan', share: 12, shows: 'halls', about: '', answers: talkAnswers },
  { typeKey: 'kunjungan-tempat', share: 7, shows: 'houses', about: 'places', answers: placeAnswers },
  { typeKey: 'laporan-informasi', share: 7, shows: 'houses', about: '', answers: informationAnswers },
  { typeKey: 'pembinaan', share: 4, shows: 'halls', about: 'groups', answers: guidanceAnswers },
  { typeKey: 'giat-desa', share: 3, shows: 'halls', about: '', answers: activityAnswers },
  { typeKey: 'layanan-kepolisian', share: 3, shows: 'halls', about: '', answers: serviceAnswers },
  { typeKey: 'problem-solving', share: 2, shows: 'halls', about: '', answers: quarrelAnswers },
]

export function pickAct(chance: Chance): Act {
  let at = chance.next() * acts.reduce((sum, { share }) => sum + share, 0)
  for (const act of acts) {
    at -= act.share
    if (at < 0) return act
  }
  return acts[0]!
}

const asked = (
  { chance, day, time, villageCode }: Scene,
  tempat: string,
  rw: number,
  rt: number | null = chance.is(0.6) ? chance.whole(1, 6) : null,
): Answers => ({
  tanggal: day,
  pukul: time,
  wilayah: villageCode,
  rw,
  ...orUnknown('rt', rt, chance),
  tempat,
})

const name = (chance: Chance) => `${chance.pick(chance.is(0.7) ? men : women)} ${chance.pick(lastNames)}`

function placeAnswers(type: ReportType, scene: Scene, entry: PlannedEntry): Answers {
  const { chance, day, time } = scene
  return whole(type, {
    tanggal: day,
    pukul: time,
    tempatDikunjungi: entry.id,
    penerima: chance.pick(['penanggungJawab', 'penanggungJawab', 'karyawan', 'satpam']),
    namaPenerima: name(chance),
    pengamanan: chance.is(0.2)
      ? ['belumAda']
      : chance.shuffled(['satpam', 'cctv', 'pagar', 'lampu', 'apar']).slice(0, chance.whole(1, 3)),
    pendapat: heard(chance, entry.rt, entry.rw),
    imbauan: chance.shuffled(placeAdvice).slice(0, chance.whole(1, 3)).join(' '),
    ...proof(scene, entry.rw),
  })
}

/** The same rumour is not as urgent everywhere. */
const urgencies = {
  biasa: ['biasa'],
  segera: ['segera', 'segera', 'segera', 'biasa', 'mendesak'],
  mendesak: ['mendesak', 'segera'],
} as const

function informationAnswers(type: ReportType, scene: Scene): Answers {
  const { chance, day, village } = scene
  const [rt, rw] = [chance.whole(1, 6), chance.whole(1, 9)]
  const told = (template: string) => filled(template, { rt, rw, desa: village })
  const rumour = chance.pick(rumours)
  const way = chance.pick(['warga', 'warga', 'pengamatan', 'wawancara', 'mediaSosial'])
  const isTold = way === 'warga' || way === 'wawancara'
  return whole(type, {
    ...asked(scene, `RT ${String(rt).padStart(3, '0')} RW ${String(rw).padStart(3, '0')}`, rw, rt),
    bidang: rumour.bidang,
    masalah: told(rumour.masalah),
    kategori: rumour.kategori,
    caraMendapat: way,
    diperolehPada: day,
    apa: told(rumour.apa),
    siapa: told(rumour.siapa),
    kapanTanggal: day,
    diMana: told('RT {rt} RW {rw} {desa}'),
    mengapa: chance.is(0.7) ? chance.pick(whys) : null,
    bagaimana: chance.is(0.7) ? chance.pick(hows) : null,
    fakta: told(rumour.fakta),
    pendapatPelapor: told(rumour.pendapat),
    nilaiSumber: chance.pick(['A', 'B', 'B', 'C', 'C', 'F']),
    nilaiIsi: chance.pick(['1', '2', '2', '3', '3', '6']),
    urgensi: chance.pick(urgencies[rumour.urgensi]),
    namaNarasumber: isTold ? `${chance.pick(chance.is(0.6) ? men : women)} ${chance.pick(lastNames)}` : null,
    hubunganNarasumber: isTold ? chance.pick(['Warga sekitar', 'Tetangga', 'Pemilik warung', 'Anggota ronda']) : null,
    ...proof(scene, rw),
  })
}

function guidanceAnswers(type: ReportType, scene: Scene, entry: PlannedEntry): Answers {
  const { chance, day, time } = scene
  const { kegiatan, uraian } = chance.pick(guidance)
  return whole(type, {
    tanggal: day,
    pukul: time,
    kelompok: entry.id,
    kegiatan,
    uraian,
    jumlahHadir: chance.whole(5, 30),
    kondisiPos: chance.pick(['aktif', 'aktif', 'pasif', 'tidakAda']),
    ...orUnknown(
      'kebutuhan',
      chance.is(0.75) ? chance.shuffled(needs).slice(0, chance.whole(1, 2)).join(', ') : null,
      chance,
    ),
    ...proof(scene, entry.rw),
  })
}

function activityAnswers(type: ReportType, scene: Scene): Answers {
  const { chance, village } = scene
  const rw = chance.whole(1, 9)
  const told = (template: string) => filled(template, { rw, desa: village })
  const { kegiatan, penyelenggara, tempat, jumlah, hasil } = chance.pick(activities)
  return whole(type, {
    ...asked(scene, told(tempat), rw),
    kegiatan,
    penyelenggara: told(penyelenggara),
    hasil: told(hasil),
    jumlahHadir: chance.whole(...jumlah),
    ...proof(scene, rw),
  })
}

function serviceAnswers(type: ReportType, scene: Scene): Answers {
  const { chance, village } = scene
  const [rt, rw] = [chance.whole(1, 6), chance.whole(1, 9)]
  const told = (template: string) => filled(template, { rt, rw, desa: village })
  const { layanan, uraian, jumlah, tempat, ke } = chance.pick(services)
  return whole(type, {
    ...asked(scene, told(tempat), rw, tempat.includes('{rt}') ? rt : null),
    layanan,
    uraian: told(uraian),
    ...orUnknown('diserahkanKe', ke, chance),
    jumlahDibantu: chance.whole(...jumlah),
    ...proof(scene, rw),
  })
}

function quarrelAnswers(type: ReportType, scene: Scene): Answers {
  const { chance, village } = scene
  const rw = chance.whole(1, 9)
  const quarrel = chance.pick(quarrels)
  const hasil = chance.pick(['damaiTertulis', 'damaiTertulis', 'damaiLisan', 'belumSelesai', 'dilimpahkan'])
  const parties = chance
    .shuffled([...men, ...women])
    .slice(0, 2)
    .map((first) => ({
      nama: `${first} ${chance.pick(lastNames)}`,
      pekerjaan: null,
      alamat: `${village} RW ${String(rw).padStart(3, '0')}`,
    }))
  return whole(type, {
    ...asked(scene, `Balai RW ${String(rw).padStart(2, '0')}`, rw),
    jenis: 'sengketa',
    perkara: quarrel.perkara,
    pihak: parties,
    hasil,
    saksi: [{ nama: name(chance), keterangan: `Ketua RW ${String(rw).padStart(3, '0')}` }],
    kejadian: quarrel.kejadian,
    langkah: quarrel.langkah,
    butirKesepakatan: hasil === 'damaiTertulis' ? quarrel.butir.map((isi) => ({ isi })) : null,
    diteruskanKe: hasil === 'dilimpahkan' ? 'Unit Reskrim polsek' : null,
    ...proof(scene, rw),
    ...(hasil === 'belumSelesai'
      ? {
          tindakLanjut: 'ya',
          tindakLanjutOleh: `Ketua RW ${String(rw).padStart(3, '0')}`,
          tindakLanjutBatas: addDays(scene.writtenOn, chance.whole(3, 14)),
        }
      : {}),
  })
}
