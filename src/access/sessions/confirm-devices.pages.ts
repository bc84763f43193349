import { paths } from '../../kernel/paths.ts'
import type { Context, Violation } from '../../platform/http/endpoint.ts'
import type { FieldModel } from '../../platform/views/field-model.ts'
import { type Device, deviceRows } from '../devices/index.ts'
import { type Carried, carriedModel, problemsOf } from './sessions.pages.ts'

export const devicesField = 'perangkat'
/** What is ticked where none of the devices is the person's own. */
export const noDevice = 'tidak-ada'

/** The devices that may still sign, none of them ticked; the one whose browser looks like this one is named so. */
export function confirmDevicesPage(context: Context, devices: Device[], violations: Violation[], carried?: Carried) {
  const { t, agent } = context
  const rows = deviceRows(context, devices, () => '')
  const isLikeThis = (device: Device) => device.agent !== '' && device.agent === agent.slice(0, 200)
  const options = rows.map(({ name, text }, index) => {
    const device = devices[index]!
    const label = [`${name} (${text})`, ...(isLikeThis(device) ? [t('device.likeThis')] : [])].join('. ')
    return { value: device.id, label, checked: false }
  })
  const field: FieldModel = {
    name: devicesField,
    id: `f-${devicesField}`,
    label: t('device.confirmLegend'),
    hint: '',
    optional: false,
    error: violations[0]?.message ?? '',
    component: 'input-many',
    attributes: [],
    unknowns: [],
    value: '',
    when: '',
    extra: {},
    options: [...options, { value: noDevice, label: t('device.confirmNone'), checked: false }],
  }
  return {
    title: t('device.confirmTitle'),
    heading: t('device.title'),
    hasErrors: violations.length > 0,
    problems: problemsOf(violations),
    action: paths.confirmDevices,
    carried: carried ? carriedModel(t, carried) : null,
    field,
  }
}
