import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextQuiz, type Quiz, type QuizEvent, quizBegins } from './index.ts'

const words = { zh: '答', en: 'answer' }
const questions = [{ answers: [words, words] }, { answers: [words, words, words] }]
const after = (...events: readonly QuizEvent[]): Quiz =>
  events.reduce((quiz, event) => nextQuiz(quiz, event, questions), quizBegins)

describe('the questions after a story', () => {
  test('explain themselves after any answer, right or wrong', () => {
    for (const answer of [0, 1])
      expect(after({ type: 'answered', answer })).toEqual({ at: 'explained', question: 0, chosen: answer })
  })
  test('go on only when the explanation has been seen', () => {
    expect(after({ type: 'wentOn' })).toEqual(quizBegins)
    expect(after({ type: 'answered', answer: 1 }, { type: 'wentOn' })).toEqual({ at: 'asking', question: 1 })
  })
  test('hear one answer each', () => {
    expect(after({ type: 'answered', answer: 1 }, { type: 'answered', answer: 0 })).toMatchObject({ chosen: 1 })
  })
  test('end when somebody would rather not', () => {
    expect(after({ type: 'skipped' })).toEqual({ at: 'over' })
  })
  test('never ask what there is not, and remember nothing but where they stand', () => {
    const anyEvent = fc.oneof(
      fc.record({ type: fc.constant('answered' as const), answer: fc.integer({ min: -1, max: 4 }) }),
      fc.record({ type: fc.constantFrom('wentOn' as const, 'skipped' as const) }),
    )
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 20 }), (events) => {
        const quiz = after(...events)
        if (quiz.at === 'over') return
        expect(questions[quiz.question]).toBeDefined()
        expect(Object.keys(quiz).length).toBeLessThanOrEqual(3)
        if (quiz.at === 'explained') expect(questions[quiz.question]?.answers[quiz.chosen]).toBeDefined()
      }),
    )
  })
})
