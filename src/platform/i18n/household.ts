import type { Text } from '../../kernel/locale.ts'

export const household = {} satisfies Record<string, Text>
