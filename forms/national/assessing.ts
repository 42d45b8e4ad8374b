import type { Component, FormDocument, Option } from '../definition/index.ts'
import { choice, date, part } from './question.ts'

/** Which pairs of roles may assess together. */
export const assessors: NonNullable<FormDocument['team']> = [
  ['village', 'worker'],
  ['worker', 'worker'],
  ['township', 'worker'],
  ['township', 'township'],
]

/** The first part of a packaged form: when it was assessed, and why. */
export const assessing = (reasons: readonly Option[]): Component =>
  part('assessment', '评估信息', [
    date(
      {
        key: 'assessDate',
        label: '评估日期',
        properties: { element: 'assessment.date', sensitivity: 'internal' },
      },
      { notAfterToday: '评估日期不能晚于今天。' },
    ),
    choice(
      {
        key: 'reason',
        label: '评估原因',
        properties: { element: 'assessment.reason', sensitivity: 'internal' },
      },
      reasons,
    ),
  ])
