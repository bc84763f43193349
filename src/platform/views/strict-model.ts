const isPlain = (value: unknown): value is object => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return Array.isArray(value) || prototype === Object.prototype || prototype === null
}

/** A model that answers only for what it holds: a view that misspells a name fails loudly, not with a blank. */
export function strictModel<T extends object>(model: T): T {
  return new Proxy(model, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof name === 'symbol' || Array.isArray(target)) return isPlain(value) ? strictModel(value) : value
      if (!(name in target)) throw new ReferenceError(`the model has no "${name}"`)
      return isPlain(value) ? strictModel(value) : value
    },
  })
}
