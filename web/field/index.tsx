export function Field() {
  return <main id="main">…</main>
}
