import { addDays, type Day, instantIn } from '../../kernel/days.ts'
import { reportType } from '../../reports/registry/index.ts'
import { cast } from './cast.ts'
import type { Given } from './directives.commands.ts'
import type { PolresPlan } from './organisation.ts'
import type { PlannedPerson } from './people.ts'
import { chanceOf, idOf } from './random.ts'
import type { Officer } from './workdays.ts'

export interface Directing {
  plan: PolresPlan
  people: readonly PlannedPerson[]
  officers: readonly Officer[]
  seed: number
  now: Date
  today: Day
}

/** One that is over, one that runs in all of the polres, and one of a Kapolsek that has just begun. */
export function directivesOf({ plan, people, officers, seed, now, today }: Directing): Given[] {
  const everywhere = plan.polsek.map(({ path }) => path)
  const [first] = everywhere
  const authorOf = (role: string, path: string) =>
    people.find((one) => one.role === role && one.unitPath === path && !one.isSuspended)
  const planned = [
    {
      author: authorOf('kapolres', plan.path),
      audience: everywhere,
      from: -24,
      until: -11,
      understanding: 0.95,
      type: 'laporan-informasi',
      title: 'Deteksi dini pencurian sepeda motor',
      text: 'Cari keterangan di setiap desa dan kelurahan tentang pencurian sepeda motor: jam, tempat, dan caranya. Satu laporan informasi untuk satu masalah.',
    },
    {
      author: authorOf('kasat', plan.path),
      audience: everywhere,
      from: -6,
      until: 7,
      understanding: 0.7,
      type: 'giat-desa',
      title: 'Hadiri musyawarah dan giat desa',
      text: 'Hadiri sekurang-kurangnya satu giat desa atau kelurahan. Sampaikan ajakan menghidupkan ronda malam menjelang akhir tahun.',
    },
    {
      author: first && authorOf('kapolsek', first),
      audience: first ? [first] : [],
      from: -1,
      until: 5,
      type: null,
      understanding: 0.5,
      title: 'Apel kesiapan akhir tahun di Mapolsek',
      text: 'Semua Bhabinkamtibmas mengikuti apel kesiapan di Mapolsek minggu ini sesuai jadwal Kanit. Bawa buku kontrol.',
    },
  ]
  return planned.flatMap(({ author, audience, from, until, type, understanding, title, text }) => {
    if (!author) return []
    const chance = chanceOf(seed, plan.path, 'directive', title)
    const at = (day: Day, hour: number) => instantIn(plan.timeZone, day, `0${hour}:${chance.whole(10, 59)}`)
    const given = addDays(today, from - 1)
    const asked = officers.filter(
      (one) => one.until === today && audience.some((path) => one.unitPath.startsWith(path)),
    )
    return [
      {
        id: idOf(seed, plan.path, 'directive', title),
        author,
        audience,
        title,
        text,
        from: addDays(today, from),
        until: addDays(today, until),
        at: at(given, 8),
        typeKey: type === null ? null : reportType(type).key,
        understood: asked
          // Who shows the demonstration has one to say it of.
          .filter(({ nrp }) => chance.is(understanding) && (type !== null || nrp !== cast.budi.nrp))
          .map(({ id }) => ({ personId: id, at: at(addDays(given, chance.whole(1, 2)), 7) }))
          .filter((one) => one.at < now),
      },
    ]
  })
}
