import './icp-line.css'
import { icpNumber } from './site.ts'

/** The filing number that must stand at the foot of every page, with the way to the register that holds it. */
export function IcpLine() {
  const number = icpNumber()
  if (number === undefined) return null
  return (
    <footer className="icp no-print">
      <a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener noreferrer">
        {number}
      </a>
    </footer>
  )
}
