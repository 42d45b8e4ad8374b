/** Signs the headers of an event stream, which no function has. */
export class HeaderFormatter {
  format(): never {
    throw new TypeError('no message of an event stream is signed here')
  }
}
