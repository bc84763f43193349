import { absence } from './absence.ts'
import { agreement } from './agreement.ts'
import { audit } from './audit.ts'
import { authorship } from './authorship.ts'
import { backup } from './backup.ts'
import { carry } from './carry.ts'
import { common } from './common.ts'
import { component } from './component.ts'
import { coverage } from './coverage.ts'
import { dashboard } from './dashboard.ts'
import { device } from './device.ts'
import { directive } from './directive.ts'
import { early } from './early.ts'
import { finding } from './finding.ts'
import { followUp } from './follow-up.ts'
import { help } from './help.ts'
import { intake } from './intake.ts'
import { integrity } from './integrity.ts'
import { kilat } from './kilat.ts'
import { morning } from './morning.ts'
import { offline } from './offline.ts'
import { personnel } from './personnel.ts'
import { phone } from './phone.ts'
import { quality } from './quality.ts'
import { recap } from './recap.ts'
import { register } from './register.ts'
import { report } from './report.ts'
import { review } from './review.ts'
import { rule } from './rule.ts'
import { sealed } from './sealed.ts'
import { second } from './second.ts'
import { session } from './session.ts'
import { signal } from './signal.ts'
import { time } from './time.ts'
import { unit } from './unit.ts'
import { village } from './village.ts'
import { vocabulary } from './vocabulary.ts'
import { window } from './window.ts'

/** Every sentence of the screens that is not part of a report type. */
export const sentences = {
  ...absence,
  ...agreement,
  ...audit,
  ...authorship,
  ...integrity,
  ...backup,
  ...carry,
  ...common,
  ...component,
  ...finding,
  ...coverage,
  ...dashboard,
  ...device,
  ...directive,
  ...early,
  ...followUp,
  ...help,
  ...intake,
  ...kilat,
  ...morning,
  ...offline,
  ...personnel,
  ...phone,
  ...quality,
  ...recap,
  ...register,
  ...report,
  ...review,
  ...rule,
  ...sealed,
  ...second,
  ...session,
  ...signal,
  ...time,
  ...unit,
  ...village,
  ...vocabulary,
  ...window,
}

export type MessageKey = keyof typeof sentences
