import { readSheet } from './read.ts'
import type { Answer, Question } from './reading.ts'
import { Unreadable, unreadable } from './unreadable.ts'

const answer = (message: Answer) => self.postMessage(message)

/** Reads a workbook beside the page, so that the page stays alive; taking the worker down is how reading is called off. */
self.onmessage = async ({ data: { file, wish } }: MessageEvent<Question>) => {
  let told = 0
  try {
    const progress = (done: number) => {
      if (done - told < 0.02) return
      told = done
      answer({ kind: 'progress', done })
    }
    answer({ kind: 'sheet', sheet: await readSheet(file, wish, progress) })
  } catch (error) {
    const { message, remedy } = error instanceof Unreadable ? error : unreadable.broken()
    answer({ kind: 'unreadable', says: message, remedy })
  }
}
