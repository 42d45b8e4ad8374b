import { studioRoute } from './routes.ts'

export function Studio() {
  const { city } = studioRoute.useParams()
  return (
    <main id="main" className="page">
      <h1>{city}</h1>
    </main>
  )
}
