import type { PaginationProps } from 'antd'
import { cloneElement, isValidElement } from 'react'

const names: Readonly<Record<string, string | undefined>> = { prev: '上一页', next: '下一页' }

/** Gives the arrows beside the numbers of pages a name that is read out. */
export const namedPages: NonNullable<PaginationProps['itemRender']> = (_page, type, original) =>
  names[type] !== undefined && isValidElement<{ 'aria-label'?: string }>(original)
    ? cloneElement(original, { 'aria-label': names[type] })
    : original
