import { scaleBand, scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'

/** Drawings as geometry for a view: attributes only, no style, so that they print and need no script. */
export interface Bar {
  x: number
  y: number
  width: number
  height: number
  kind: 'usual' | 'chosen' | 'open'
}

export interface Column {
  value: number
  kind: Bar['kind']
  /** Under the bar; '' for none. */
  label: string
}

export interface BarChart {
  width: number
  height: number
  /** Where the drawing begins, right of the numbers of the axis, and ends. */
  from: number
  until: number
  base: number
  bars: Bar[]
  ticks: { y: number; value: number }[]
  labels: { x: number; text: string }[]
  target: { y: number; value: number } | undefined
}

const round = (value: number): number => Math.round(value * 10) / 10

const margin = { top: 18, right: 4, bottom: 22, left: 44 }

/** Bars from 0, with a dashed line at the target where there is one. */
export function barChart(columns: readonly Column[], target: number, width: number, height: number): BarChart {
  const until = width - margin.right
  const base = height - margin.bottom
  const y = scaleLinear([0, Math.max(1, target, ...columns.map(({ value }) => value))], [base, margin.top]).nice(4)
  const x = scaleBand(columns.keys(), [margin.left, until]).paddingInner(0.25).paddingOuter(0.1)
  const at = (index: number) => x(index)!
  return {
    width,
    height,
    until,
    base,
    from: margin.left,
    bars: columns.map(({ value, kind }, index) => ({
      x: round(at(index)),
      y: round(y(value)),
      width: round(x.bandwidth()),
      height: round(base - y(value)),
      kind,
    })),
    ticks: y
      .ticks(4)
      .filter(Number.isInteger)
      .map((value) => ({ y: round(y(value)), value })),
    labels: columns.flatMap(({ label }, index) =>
      label === '' ? [] : [{ x: round(at(index) + x.bandwidth() / 2), text: label }],
    ),
    target: target > 0 ? { y: round(y(target)), value: target } : undefined,
  }
}

export interface Spark {
  width: number
  height: number
  bars: Bar[]
}

/** Small bars beside a number; the last is the one that is looked at. */
export function sparkBars(values: readonly number[], width = 144, height = 28): Spark {
  const y = scaleLinear([0, Math.max(1, ...values)], [height, 0])
  const x = scaleBand(values.keys(), [0, width]).paddingInner(0.2)
  return {
    width,
    height,
    bars: values.map((value, index) => ({
      x: round(x(index)!),
      y: round(y(value)),
      width: round(x.bandwidth()),
      height: round(height - y(value)),
      kind: index === values.length - 1 ? 'chosen' : 'usual',
    })),
  }
}

export interface SparkLine {
  width: number
  height: number
  path: string
}

/** A line for a cell of a table, from 0 to the largest of its own. */
export function sparkLine(values: readonly number[], width = 72, height = 20): SparkLine {
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [1, width - 1])
  const y = scaleLinear([0, Math.max(1, ...values)], [height - 2, 2])
  const draw = line<number>((_, index) => x(index), y).digits(1)
  return { width, height, path: draw(values) ?? '' }
}
