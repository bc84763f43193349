import { body } from 'express-validator'
import { paths } from '../../kernel/paths.ts'
import { tidyDigits } from '../../kernel/tidy.ts'
import { type Context, get, post } from '../../platform/http/endpoint.ts'
import { lineOf } from '../../platform/http/form-text.ts'
import { form, redirect } from '../../platform/http/reply.ts'
import { type Sent } from '../../platform/http/sent.ts'
import { changeSettings } from './settings.commands.ts'
import { settingsPage } from './settings.pages.ts'
import { settingsOf } from './settings.queries.ts'
import { leastSampling } from './settings.ts'

const word = (sent: Sent, name: string) => tidyDigits(lineOf(sent, name))

const standing = ({ tx, actor }: Context) => settingsOf(tx, actor.unitPath)

export const settingRoutes = [
  get('/pengaturan', {
    allow: 'setting.change',
    menu: { in: 'account', label: 'setting.title', order: 100 },
    handle: async (context) => {
      const { duaTahap, sampel } = await standing(context)
      return form(
        'settings/show',
        settingsPage(context, { duaTahap: duaTahap ? 'ya' : 'tidak', sampel: String(sampel) }),
      )
    },
  }),
  post('/pengaturan', {
    allow: 'setting.change',
    accept: ({ t }) => [
      body('duaTahap').isIn(['ya', 'tidak']).withMessage(t('setting.twoStageEmpty')),
      body('sampel')
        .trim()
        .isInt({ min: leastSampling, max: 100, allow_leading_zeroes: false })
        .withMessage(t('setting.samplingRange', { least: leastSampling })),
    ],
    invalid: (context, violations) => {
      const typed = { duaTahap: word(context.sent, 'duaTahap'), sampel: word(context.sent, 'sampel') }
      const errors = new Map(violations.map(({ field, message }) => [field, message]))
      return form('settings/show', settingsPage(context, typed, errors), 422)
    },
    handle: async (context) => {
      const { sent } = context
      const after = { duaTahap: word(sent, 'duaTahap') === 'ya', sampel: Number(word(sent, 'sampel')) }
      await changeSettings(context, { before: await standing(context), after })
      return redirect(paths.settings, 'setting.saved')
    },
  }),
]
