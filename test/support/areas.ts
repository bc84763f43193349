/** The villages of the test polsek, and what lies above them: a handful of the 83,000. */
export const areas: readonly [code: string, name: string][] = [
  ['32', 'Jawa Barat'],
  ['32.74', 'Kota Cirebon'],
  ['32.74.05', 'Kesambi'],
  ['32.74.05.1001', 'Pekiringan'],
  ['32.74.05.1002', 'Sunyaragi'],
  ['32.74.05.1004', 'Drajat'],
  ['32.09', 'Kabupaten Cirebon'],
  ['32.09.12', 'Mundu'],
  ['32.09.12.2001', 'Setupatok'],
  ['32.09.12.2002', 'Penpen'],
  ['32.10', 'Majalengka'],
  ['32.10.01', 'Lemahsugih'],
  ['32.10.01.2001', 'Cipasung'],
]
