import type { Text } from '../../kernel/locale.ts'

export const recap = {} satisfies Record<string, Text>
