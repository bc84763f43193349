import { paths } from '../../kernel/paths.ts'
import type { Context } from '../../platform/http/endpoint.ts'
import type { Settings } from './settings.ts'

/** The settings as they stand or as they were typed. */
export function settingsPage(
  { t }: Context,
  typed: Record<keyof Settings, string>,
  errors = new Map<string, string>(),
) {
  return {
    title: t('setting.title'),
    heading: t('setting.title'),
    back: paths.home,
    hasErrors: errors.size > 0,
    problems: [...errors].map(([name, message]) => ({ href: `#f-${name}`, message })),
    action: paths.settings,
    twoStage: (['ya', 'tidak'] as const).map((value) => ({
      value,
      label: t(`setting.twoStage.${value}`),
      checked: value === typed.duaTahap,
    })),
    twoStageError: errors.get('duaTahap') ?? '',
    sampling: typed.sampel,
    samplingError: errors.get('sampel') ?? '',
    bar: { primary: { label: t('setting.save'), name: 'aksi', value: 'simpan' }, secondary: '' as const, text: '' },
  }
}
