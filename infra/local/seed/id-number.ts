import { idNumberSign } from '#forms/standards'

/**
 * An invented id number: 9999 is no province's, the check sign is right (GB 11643). `born` is `YYYY-MM-DD`;
 * an odd `serial` (1 to 999) is a man's.
 */
export const inventedIdNumber = (born: string, serial: number): string => {
  const digits = `999901${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
  return digits + idNumberSign(digits)
}
