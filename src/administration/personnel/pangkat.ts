/** The ranks of the police, lowest first, as they stand before a name. */
export const pangkatList = [
  ...['Bharada', 'Bharatu', 'Bharaka', 'Abripda', 'Abriptu', 'Abrip'],
  ...['Bripda', 'Briptu', 'Brigpol', 'Bripka', 'Aipda', 'Aiptu'],
  ...['Ipda', 'Iptu', 'AKP'],
  ...['Kompol', 'AKBP', 'Kombes Pol'],
  ...['Brigjen Pol', 'Irjen Pol', 'Komjen Pol', 'Jenderal Pol'],
] as const
