import { useField } from '../context.ts'
import type { ControlProps } from '../frame.tsx'
import { optionsOf, questionsOf } from '../options.ts'

/** A survey is a list of questions with the same answers: on a phone each question stands above its answers. */
export function Survey({ component, path, id, describedBy }: ControlProps) {
  const { value, set, leave } = useField(path)
  const answers = (typeof value === 'object' && value ? value : {}) as Readonly<Record<string, unknown>>
  const options = optionsOf(component)
  return (
    <div className="survey">
      {questionsOf(component).map((question) => {
        const key = String(question.value)
        return (
          <fieldset key={key}>
            <legend>{question.label}</legend>
            <div className="options inline">
              {options.map((option) => (
                <label className="option" key={String(option.value)}>
                  <input
                    type="radio"
                    name={`${id}-${key}`}
                    checked={String(answers[key]) === String(option.value)}
                    aria-describedby={describedBy}
                    onChange={() => {
                      set({ ...answers, [key]: option.value })
                      leave()
                    }}
                  />
                  <span>{option.label}</span>
                </label>
              ))}
            </div>
          </fieldset>
        )
      })}
    </div>
  )
}
