import type { Role } from '../../access/policy/actor.ts'

export const demonstrationPassword = 'sambang ke rumah warga'

export interface CastMember {
  name: string
  nrp: string
  pangkat: string
  role: Role
  position: string
  /** The step of the path below the polres; '' is the polres itself. */
  polsek: string
  /** The one village, for those who serve one. */
  village: string
}

/** Who plays in the demonstration, in the tests and in the handbook. All of them are invented. */
export const cast = {
  budi: {
    name: 'Budi Santoso',
    nrp: '84110021',
    pangkat: 'Aipda',
    role: 'bhabinkamtibmas',
    position: 'Bhabinkamtibmas Kel. Sunyaragi',
    polsek: 'kesambi',
    village: '32.74.05.1002',
  },
  sari: {
    name: 'Sari Wulandari',
    nrp: '90050113',
    pangkat: 'Bripka',
    role: 'bhabinkamtibmas',
    position: 'Bhabinkamtibmas Desa Setupatok',
    polsek: 'mundu',
    village: '32.09.12.2001',
  },
  hendra: {
    name: 'Hendra Gunawan',
    nrp: '79080247',
    pangkat: 'Aiptu',
    role: 'kanit',
    position: 'Kanit Binmas Polsek Kesambi',
    polsek: 'kesambi',
    village: '',
  },
  yusuf: {
    name: 'Yusuf Maulana',
    nrp: '80030118',
    pangkat: 'AKP',
    role: 'kapolsek',
    position: 'Kapolsek Kesambi',
    polsek: 'kesambi',
    village: '',
  },
  agus: {
    name: 'Agus Prasetyo',
    nrp: '82050377',
    pangkat: 'AKP',
    role: 'kasat',
    position: 'Kasat Binmas',
    polsek: '',
    village: '',
  },
  bambang: {
    name: 'Bambang Wijaya',
    nrp: '77110264',
    pangkat: 'Iptu',
    role: 'kbo',
    position: 'KBO Sat Binmas',
    polsek: '',
    village: '',
  },
  dewi: {
    name: 'Dewi Kartika',
    nrp: '81020109',
    pangkat: 'AKBP',
    role: 'kapolres',
    position: 'Kapolres Cirebon Kota',
    polsek: '',
    village: '',
  },
  rini: {
    name: 'Rini Astuti',
    nrp: '85090332',
    pangkat: 'Aiptu',
    role: 'admin',
    position: 'Bamin Sat Binmas',
    polsek: '',
    village: '',
  },
} as const satisfies Record<string, CastMember>

export interface SignIn {
  role: Role
  name: string
  position: string
  nrp: string
  password: string
}

export const demonstrationSignIns: readonly SignIn[] = Object.values(cast).map(({ role, name, position, nrp }) => ({
  role,
  name,
  position,
  nrp,
  password: demonstrationPassword,
}))

/** The same as lines to print. */
export const signInLines = (): string[] => [
  `Masuk dengan NRP; kata sandi semua akun contoh: ${demonstrationPassword}`,
  ...demonstrationSignIns.map(({ nrp, name, position }) => `  ${nrp}  ${name.padEnd(16)}${position}`),
]
