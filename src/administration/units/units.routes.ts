import { body } from 'express-validator'
import { Conflict, orNotFound } from '../../kernel/errors.ts'
import { timeZones, zoneName } from '../../kernel/format.ts'
import { isUuid } from '../../kernel/ids.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, type Handling, post } from '../../platform/http/endpoint.ts'
import { form, page, redirect } from '../../platform/http/reply.ts'
import { servedInWords } from './served-villages.ts'
import { type Filled, typed, untouched } from './unit-form-input.ts'
import { addVillages, createPolsek, endVillage } from './units.commands.ts'
import { findPage, listPage, newPage, type UnitKnown, unitPage } from './units.pages.ts'
import { countedUnits, findUnit, type UnitLine, villagesOfUnit } from './units.queries.ts'
import * as checks from './units.validation.ts'
import { villageTitle } from './village.ts'
import { districtsNamed } from './villages.queries.ts'
import { changeZone } from './zone.commands.ts'

const districtsShown = 50

/** The polres of the admin, below which a polsek can be made. */
async function ownPolres({ tx, scope, actor }: Context): Promise<UnitLine> {
  const unit = orNotFound(await findUnit(tx, scope, actor.unitId))
  if (unit.kind !== 'polres') throw new Conflict('unit.onlyPolres')
  return unit
}

async function unitInScope({ tx, scope, params, today }: Context): Promise<UnitKnown> {
  const unit = orNotFound(await findUnit(tx, scope, params.id!))
  return { unit, villages: await villagesOfUnit(tx, unit.id, today) }
}

async function polsekInScope(context: Context): Promise<UnitKnown> {
  const known = await unitInScope(context)
  return orNotFound(known.unit.kind === 'polsek' ? known : null)
}

async function villageOfPolsek(context: Context) {
  const known = await polsekInScope(context)
  return { ...known, village: orNotFound(known.villages.find(({ code }) => code === context.params.kode)) }
}

const newForm = (context: Handling<UnitLine>, filled: Filled, status = 200) =>
  form('units/new', newPage(context, context.subject, filled), status)

async function areaSearch(context: Context) {
  const { tx, scope, query } = context
  const text = typed(query, 'cari').slice(0, 100)
  const id = typed(query, 'untuk')
  const unit = isUuid(id) ? await findUnit(tx, scope, id) : null
  const isShort = text !== '' && (text.match(/\p{L}/gu)?.length ?? 0) < 3
  const found = text === '' || isShort ? [] : await districtsNamed(tx, text, districtsShown + 1)
  const cutAt = found.length > districtsShown ? districtsShown : 0
  return { text, unit, districts: found.slice(0, districtsShown), isShort, cutAt }
}

/** The units of the scope, and the villages that answer to them. */
export const unitRoutes = [
  get('/satuan', {
    allow: 'account.manage',
    menu: { in: 'bar', label: 'nav.units', order: 100, icon: 'building' },
    handle: async (context) => {
      const { tx, scope, today, actor } = context
      const units = await countedUnits(tx, scope, today)
      const mayAdd = units.some(({ id, kind }) => id === actor.unitId && kind === 'polres')
      return page('units/index', listPage(context, units, mayAdd))
    },
  }),
  get('/satuan/baru', {
    allow: 'account.manage',
    on: ownPolres,
    handle: (context) => {
      const { query } = context
      return newForm(context, untouched({ nama: typed(query, 'nama'), wilayah: typed(query, 'kecamatan') }))
    },
  }),
  get('/satuan/wilayah', {
    allow: 'account.manage',
    handle: async (context) => page('units/areas', findPage(context, await areaSearch(context))),
  }),
  post('/satuan', {
    allow: 'account.manage',
    on: ownPolres,
    accept: (context) => [
      checks.nameChain(context, context.subject),
      checks.codeChain(context, context.subject),
      checks.areasChain(context, { optional: true }),
    ],
    invalid: (context, violations) => newForm(context, { sent: context.sent, violations }, 422),
    handle: async (context) => {
      const polsek = { name: checks.nameOf(context), code: checks.codeOf(context), areas: checks.areasOf(context) }
      const { unit, added, held } = await createPolsek(context, { polres: context.subject, ...polsek })
      const told = { unit: unit.name, count: added.length }
      return held.length === 0
        ? redirect(paths.unit(unit.id), 'unit.created', told)
        : redirect(paths.unit(unit.id), 'unit.createdLeft', { ...told, left: servedInWords(held, context.t) })
    },
  }),
  get('/satuan/:id', {
    allow: 'account.manage',
    on: unitInScope,
    handle: (context) => {
      const { subject, query } = context
      return page('units/show', unitPage(context, subject, untouched({ wilayah: typed(query, 'kecamatan') })))
    },
  }),
  post('/satuan/:id/zona', {
    allow: 'account.manage',
    on: unitInScope,
    accept: ({ t }) => [body('zona').isIn(timeZones).withMessage(t('unit.zoneEmpty'))],
    invalid: ({ subject, sent, ...context }, violations) =>
      page('units/show', unitPage(context, subject, { sent, violations }), 422),
    handle: async (context) => {
      const { unit } = context.subject
      const timeZone = typed(context.sent, 'zona')
      await changeZone(context, { unit, timeZone })
      return redirect(paths.unit(unit.id), 'unit.zoneSaved', { unit: unit.name, zone: zoneName(timeZone) })
    },
  }),
  post('/satuan/:id/wilayah', {
    allow: 'account.manage',
    on: polsekInScope,
    accept: (context) => [checks.areasChain(context, { optional: false })],
    invalid: ({ subject, sent, ...context }, violations) =>
      page('units/show', unitPage(context, subject, { sent, violations }), 422),
    handle: async (context) => {
      const { unit } = context.subject
      const { added, held } = await addVillages(context, { unit, areas: checks.areasOf(context) })
      return held.length === 0
        ? redirect(paths.unit(unit.id), 'unit.villagesAdded', { count: added.length })
        : redirect(paths.unit(unit.id), 'unit.villagesAddedLeft', {
            count: added.length,
            left: servedInWords(held, context.t),
          })
    },
  }),
  post('/satuan/:id/wilayah/:kode/akhir', {
    allow: 'account.manage',
    on: villageOfPolsek,
    accept: (context) => [checks.servedChain(context, context.subject)],
    invalid: ({ subject, ...context }, violations) =>
      page('units/show', unitPage(context, subject, { sent: {}, violations }), 422),
    handle: async (context) => {
      const { unit, village } = context.subject
      await endVillage(context, { unit, village })
      return redirect(paths.unit(unit.id), 'unit.villageEnded', { village: villageTitle(village), unit: unit.name })
    },
  }),
]
