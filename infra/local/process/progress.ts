const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} 秒`

/** Says what begins, does it, and says how long it took. A failure is said too, and thrown on. */
export const step = async <T>(what: string, work: () => T | Promise<T>): Promise<T> => {
  const since = performance.now()
  console.log(`… ${what}`)
  try {
    const result = await work()
    console.log(`✓ ${what}（${seconds(since)}）`)
    return result
  } catch (error) {
    console.log(`✗ ${what}（${seconds(since)}）`)
    throw error
  }
}
