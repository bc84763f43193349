import { filesIn, read } from '../support/sources.ts'

const sources = filesIn('src', '.ts')
  .filter((file) => !file.startsWith('processes/demo/') && !file.startsWith('browser/'))
  .map((file) => ({ file, text: read('src', file) }))

const filesWith = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

describe('an entry of the audit', () => {
  it('is written with its stamp: by remember(), or by a statement that has one', () => {
    expect(filesWith(/auditEntry\s*\.\s*(create|upsert|update)/)).toEqual([])

    const statements = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/INSERT INTO audit_entry \(([^)]*)\)/g)].map(([, columns]) => ({ file, columns: columns! })),
    )
    expect(statements.filter(({ columns }) => !columns.includes('stamp'))).toEqual([])
  })
})

describe('what the chain covers of a report', () => {
  it('is written only where an entry tells of it in the same transaction', () => {
    const writes =
      /UPDATE (report|photo|review)\b|INSERT INTO (report|photo|review|addendum|sealed_answers|report_version|follow_up_result)\b|\.(report|photo|review|addendum|sealedAnswers|reportVersion|followUpResult)\.(create|update|delete|upsert)/

    // A new line here is a decision: is it a command, or does it call remember()?
    expect(filesWith(writes)).toEqual([
      'administration/reporting-window/window.commands.ts',
      'officers/envelopes/intake.commands.ts',
      // Signals and matters only, which are worked out anew and not covered.
      'officers/filing/notify-reviewer.commands.ts',
      'officers/follow-ups/follow-ups.commands.ts',
      'officers/kilat/completion.commands.ts',
      'reports/record/batch.commands.ts',
      'reports/record/filing.commands.ts',
      'reports/record/move.commands.ts',
      'reports/record/rewrite.commands.ts',
      'reviewers/review/decision.commands.ts',
    ])
  })
})
