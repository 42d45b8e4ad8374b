import { useCallback, useEffect, useRef, useState } from 'react'
import { type FromPage, fromPage, type ToPage } from '../../designer/protocol.ts'

export type Standing = 'opening' | 'open' | 'failed'

/** How long the page may take to answer, in milliseconds. */
const patience = 30_000

/**
 * Speaks with the builder's page in a frame. Only its own window is heard, and only with the origin of nobody, which it
 * has by its sandbox.
 *
 *   opening ──ready──▶ open
 *      └──30 s / failed──▶ failed ──again──▶ opening
 */
export function useConversation(heard: (message: FromPage) => void) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [standing, setStanding] = useState<Standing>('opening')
  const [attempt, setAttempt] = useState(0)
  const listener = useRef(heard)
  listener.current = heard

  // biome-ignore lint/correctness/useExhaustiveDependencies: every attempt waits anew
  useEffect(() => {
    const tooLate = setTimeout(() => setStanding((now) => (now === 'opening' ? 'failed' : now)), patience)
    const hear = ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source === null || source !== frame.current?.contentWindow || origin !== 'null') return
      const message = fromPage(data)
      if (!message) return
      if (message.say === 'ready') setStanding('open')
      else if (message.say === 'failed') setStanding('failed')
      else if (message.say === 'asking') frame.current?.scrollIntoView({ block: 'nearest' })
      else listener.current(message)
    }
    window.addEventListener('message', hear)
    return () => {
      clearTimeout(tooLate)
      window.removeEventListener('message', hear)
    }
  }, [attempt])

  // The page has no address of its own that a message could be bound to; its window is known.
  const say = useCallback((message: ToPage) => frame.current?.contentWindow?.postMessage(message, '*'), [])
  const again = useCallback(() => {
    setStanding('opening')
    setAttempt((number) => number + 1)
  }, [])
  return { frame, standing, attempt, say, again }
}
