import { showNumber } from '../../kernel/format.ts'
import { mostOfFile } from '../../platform/http/carried-files.ts'
import {
  type Context,
  get,
  postStatement,
  type StatementHandling,
  type UploadedFile,
} from '../../platform/http/endpoint.ts'
import { page, type Reply } from '../../platform/http/reply.ts'
import { type Carried, mergeCarried, readCarriedFile } from './carried-file.ts'
import { carryPage } from './carry.pages.ts'
import { fatesOf } from './carrying.queries.ts'
import { bring, mostAtOnce, turnOf } from './carrying.ts'

/** What somebody brings from phones that reach no server, as files. Whose reports they are says each envelope itself. */
export const carryRoutes = [
  get('/berkas-kiriman', {
    allow: 'envelope.carry',
    resubmits: false,
    menu: { in: 'account', label: 'carry.title', order: 60 },
    handle: (context) => page('intake/carry', carryPage(context)),
  }),
  postStatement('/berkas-kiriman', {
    allow: 'envelope.carry',
    resubmits: false,
    carries: true,
    handle: (context) => handIn(context, context.files),
  }),
]

async function handIn(context: StatementHandling<unknown>, files: UploadedFile[]): Promise<Reply> {
  const { t, tx, scope } = context
  const read = files.map((file) => readOne(context, file))
  const faults = read.flatMap(({ fault }) => fault)
  if (files.length === 0) faults.push(t('carry.none'))
  const carried = mergeCarried(read.flatMap(({ envelopes }) => envelopes))
  const { turn, rest } = await turnOf(context, carried)
  if (rest > 0) faults.push(t('carry.tooMany', { most: mostAtOnce, rest }))
  const brought = await bring(context, turn)
  const fates = await fatesOf(
    tx,
    scope,
    brought.map(({ envelope }) => envelope.digest),
  )
  return page('intake/carry', carryPage(context, { brought, fates, faults }), faults.length > 0 ? 422 : 200)
}

/** The envelopes of a file, and what is wrong with it. */
function readOne({ t, locale }: Context, { body, carried }: UploadedFile): { envelopes: Carried[]; fault: string[] } {
  const { name, size } = carried ?? { name: '', size: body.length }
  const megabytes = showNumber(Math.ceil(size / 1024 / 1024), locale)
  if (size === 0) return { envelopes: [], fault: [t('carry.empty', { name })] }
  if (body.length < size)
    return {
      envelopes: [],
      fault: [t(size > mostOfFile ? 'carry.tooBig' : 'carry.tooMuch', { name, size: megabytes })],
    }
  const file = readCarriedFile(body)
  if (!file) return { envelopes: [], fault: [t('carry.notOurs', { name })] }
  const { envelopes, missing } = file
  if (envelopes.length === 0) return { envelopes, fault: [t('carry.nothingIn', { name })] }
  return { envelopes, fault: missing > 0 ? [t('carry.damaged', { name, count: missing })] : [] }
}
