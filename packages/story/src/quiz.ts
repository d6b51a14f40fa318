import { assertNever } from '@riverside/kit'
import type { Question } from './moment.ts'

/** Where the questions after a story stand. Nothing is counted and nothing is kept: a question is there to be explained. */
export type Quiz =
  | { readonly at: 'asking'; readonly question: number }
  | { readonly at: 'explained'; readonly question: number; readonly chosen: number }
  | { readonly at: 'over' }

export type QuizEvent =
  | { readonly type: 'answered'; readonly answer: number }
  | { readonly type: 'wentOn' }
  | { readonly type: 'skipped' }

export const quizBegins: Quiz = { at: 'asking', question: 0 }

/** Any answer is explained; what has been explained is not asked again; whoever skips is asked no more. */
export function nextQuiz(quiz: Quiz, event: QuizEvent, questions: readonly Pick<Question, 'answers'>[]): Quiz {
  switch (event.type) {
    case 'answered': {
      if (quiz.at !== 'asking' || questions[quiz.question]?.answers[event.answer] === undefined) return quiz
      return { at: 'explained', question: quiz.question, chosen: event.answer }
    }
    case 'wentOn': {
      if (quiz.at !== 'explained') return quiz
      const question = quiz.question + 1
      return question < questions.length ? { at: 'asking', question } : { at: 'over' }
    }
    case 'skipped':
      return { at: 'over' }
    default:
      return assertNever(event)
  }
}
