import { body } from 'express-validator'
import { orNotFound } from '../../kernel/errors.ts'
import { paths } from '../../kernel/paths.ts'
import { type Context, get, post } from '../../platform/http/endpoint.ts'
import { form, page, redirect } from '../../platform/http/reply.ts'
import { isOffered } from '../../reports/engine/index.ts'
import { findVocabulary, vocabularies } from './catalogue.ts'
import { readTerm, termChains } from './term-form.ts'
import { addTerm, mergeTerm, reinstateTerm, retireTerm } from './vocabularies.commands.ts'
import { indexPage, mergePage, type Shown, showPage } from './vocabularies.pages.ts'
import { listIn, listOf, usageOf } from './vocabularies.queries.ts'

async function named({ tx, params, now, actor }: Context): Promise<Shown> {
  const vocabulary = orNotFound(findVocabulary(params.kosakata))
  const list = listOf(actor)
  const { words } = await listIn(tx, vocabulary, list)
  return { vocabulary, words, usage: await usageOf(tx, vocabulary, list, now) }
}

async function namedWord(context: Context) {
  const shown = await named(context)
  return { ...shown, word: orNotFound(shown.words.find(({ key }) => key === context.params.istilah)) }
}

async function offeredWord(context: Context) {
  const subject = await namedWord(context)
  return orNotFound(isOffered(subject.word, context.today) ? subject : null)
}

/** An admin keeps the words of their own unit, laid over those of the units above, and sees counts of it, never a report. */
export const vocabularyRoutes = [
  get('/kosakata', {
    allow: 'vocabulary.manage',
    menu: { in: 'bar', label: 'nav.vocabularies', order: 110, icon: 'list-details' },
    handle: async (context) => {
      const all = []
      for (const vocabulary of vocabularies)
        all.push({ vocabulary, ...(await listIn(context.tx, vocabulary, listOf(context.actor))) })
      return page('vocabularies/index', indexPage(context, all))
    },
  }),
  get('/kosakata/:kosakata', {
    allow: 'vocabulary.manage',
    on: named,
    handle: (context) => page('vocabularies/show', showPage(context, context.subject)),
  }),
  post('/kosakata/:kosakata', {
    allow: 'vocabulary.manage',
    on: named,
    accept: termChains,
    invalid: (context, violations) => {
      const errors = new Map(violations.map(({ field, message }) => [field, message]))
      return page('vocabularies/show', showPage(context, context.subject, { wire: context.sent, errors }), 422)
    },
    handle: async (context) => {
      const { vocabulary } = context.subject
      const { istilah, inggris, mulai } = readTerm(context.sent)
      const label = { id: String(istilah), en: String(inggris) }
      await addTerm(context, { vocabulary, label, since: String(mulai) })
      return redirect(paths.vocabulary(vocabulary.name), 'vocabulary.added', { label: label[context.locale] })
    },
  }),
  post('/kosakata/:kosakata/:istilah/penghentian', {
    allow: 'vocabulary.manage',
    on: namedWord,
    handle: async (context) => {
      const { vocabulary, word } = context.subject
      await retireTerm(context, { vocabulary, key: word.key, today: context.today })
      return redirect(paths.vocabulary(vocabulary.name), 'vocabulary.retired', { label: word.label[context.locale] })
    },
  }),
  post('/kosakata/:kosakata/:istilah/pengaktifan', {
    allow: 'vocabulary.manage',
    on: namedWord,
    handle: async (context) => {
      const { vocabulary, word } = context.subject
      await reinstateTerm(context, { vocabulary, key: word.key, today: context.today })
      return redirect(paths.vocabulary(vocabulary.name), 'vocabulary.reinstated', { label: word.label[context.locale] })
    },
  }),
  get('/kosakata/:kosakata/:istilah/penggabungan', {
    allow: 'vocabulary.manage',
    on: offeredWord,
    handle: (context) => form('vocabularies/merge', mergePage(context, context.subject)),
  }),
  post('/kosakata/:kosakata/:istilah/penggabungan', {
    allow: 'vocabulary.manage',
    on: offeredWord,
    accept: ({ subject, today, t }) => [
      body('tujuan')
        .isIn(
          subject.words.filter((one) => one.key !== subject.word.key && isOffered(one, today)).map(({ key }) => key),
        )
        .withMessage(t('vocabulary.targetEmpty')),
    ],
    invalid: (context, [first]) =>
      form('vocabularies/merge', mergePage(context, context.subject, '', first?.message ?? ''), 422),
    handle: async (context) => {
      const { vocabulary, word } = context.subject
      const into = String(context.input.tujuan)
      await mergeTerm(context, { vocabulary, key: word.key, into, today: context.today })
      return redirect(paths.vocabulary(vocabulary.name), 'vocabulary.merged', { label: word.label[context.locale] })
    },
  }),
]
