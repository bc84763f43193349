import type { Text } from '../../kernel/locale.ts'

export const report = {} satisfies Record<string, Text>
