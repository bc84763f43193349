import type { Text } from '../../kernel/locale.ts'

export const rule = {} satisfies Record<string, Text>
