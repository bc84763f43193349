import { set } from '../../administration/audit/index.ts'
import { command } from '../../platform/db/command.ts'
import type { FileForm } from '../../platform/exports/file-form.ts'

/** Records who exported the reports of a type, and by which filter. */
export const noteExport = command(
  'reports.exported',
  async (
    { actor },
    { typeKey, filter, form }: { typeKey: string; filter: Record<string, string>; form: FileForm },
  ) => ({
    result: undefined,
    subject: actor.unitId,
    details: { filter, form, changes: [set('reportType', typeKey)] },
  }),
)
