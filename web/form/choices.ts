import { createContext } from 'react'
import type { Choices } from './options.ts'

/** Lists that the city's documents give to `properties.options`, e.g. the catalogue. */
export const ChoicesContext = createContext<Choices>({})
