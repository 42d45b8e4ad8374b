const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const signs = '10X98765432'

/**
 * An invented id number: 9999 is no province's, the check sign is right (GB 11643). `born` is `YYYY-MM-DD`;
 * an odd `serial` (1 to 999) is a man's.
 */
export const inventedIdNumber = (born: string, serial: number): string => {
  const body = `999901${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return body + signs[sum % 11]
}
