import type { Language } from '@riverside/kit'
import { type Quiz as Asked, nextQuiz, type Question, quizBegins, type Story } from '@riverside/story'
import { CertaintyMark, cutClipPath, Mark, Slip, TitleSlip } from '@riverside/ui'
import { useEffect, useReducer, useRef } from 'react'
import type { Helm } from '../stage/helm.ts'
import { useHelmChoice } from '../stage/use-helm-choice.ts'
import { spanText } from './claims.ts'
import './Quiz.css'
import { storyWords } from './words.ts'

export type QuizProps = {
  readonly story: Story
  readonly language: Language
  readonly easy: boolean
  readonly helm: Helm
  readonly active: boolean
  readonly onOver: () => void
  readonly service: React.ReactNode
}

/** Questions one story asks at the most. */
const most = 3

type Choice = 'next' | 'skip' | number

/** What a story asks when it has been told. */
export const questionsOf = (story: Story): readonly Question[] => story.quiz.slice(0, most)

/** 想一想: one question at a time; any answer is explained from the very claim it rests on, and none is counted. */
export function Quiz({ story, language, easy, helm, active, onOver, service }: QuizProps) {
  const say = storyWords[language]
  const questions = questionsOf(story)
  const [quiz, tell] = useReducer(
    (before: Asked, event: Parameters<typeof nextQuiz>[1]) => nextQuiz(before, event, questions),
    quizBegins,
  )
  const question = quiz.at === 'over' ? undefined : questions[quiz.question]
  const over = useRef(onOver)
  over.current = onOver
  const isOver = question === undefined
  useEffect(() => {
    if (isOver) over.current()
  }, [isOver])
  const choices = useRef<readonly Choice[]>([])
  choices.current = quiz.at === 'explained' ? ['next', 'skip'] : [...(question?.answers.keys() ?? []), 'skip' as const]
  const take = (choice: Choice) => {
    if (choice === 'skip') onOver()
    else if (choice === 'next') tell({ type: 'wentOn' })
    else tell({ type: 'answered', answer: choice })
  }
  const framed = useHelmChoice(helm, active, choices, take)
  if (!question || quiz.at === 'over') return null
  const moment = story.moments.find(({ id }) => id === question.moment)
  const isLast = quiz.question + 1 === questions.length
  return (
    <section className="story-quiz" lang={language} data-at={quiz.at} aria-label={say.quiz} inert={!active}>
      <span
        className="story-quiz-paper"
        style={{
          clipPath: cutClipPath({
            name: 'questions',
            width: 1920,
            height: 900,
            straight: ['left', 'right', 'bottom'],
            stray: 5,
          }),
        }}
      />
      <div className="story-quiz-title">
        <TitleSlip lines={language === 'zh' ? [say.quiz] : say.quiz.split(' ')} size={language === 'zh' ? 96 : 60} />
      </div>
      <div className="story-quiz-sheet">
        <p className="story-quiz-count">{say.question(quiz.question, questions.length)}</p>
        <h2>{question.asks[language]}</h2>
        {quiz.at === 'asking' ? (
          <nav className="story-quiz-answers">
            {question.answers.map((answer, at) => (
              <Slip
                key={answer.zh}
                name={`answer ${question.id} ${at}`}
                className="story-quiz-answer"
                tone="paper-edged"
                word={answer[language]}
                helmed={framed === at}
                onPress={() => tell({ type: 'answered', answer: at })}
              />
            ))}
          </nav>
        ) : (
          <div className="story-quiz-why" aria-live="polite">
            <p className="story-quiz-right">
              <Mark name="check" />
              <span>{say.answer}</span>
              <b>{question.answers[question.right]?.[language]}</b>
            </p>
            {quiz.chosen !== question.right && (
              <p className="story-quiz-chosen">
                <span>{say.chosen}</span>
                {question.answers[quiz.chosen]?.[language]}
              </p>
            )}
            <p className="story-quiz-words">{question.why[language]}</p>
            {moment && !easy && (
              <p className="story-quiz-record">
                <b>{say.record}</b>
                <span>
                  {spanText(moment.when, language)}
                  {language === 'zh' ? '：' : ': '}
                  {moment.words[language]}
                </span>
              </p>
            )}
            {moment && <CertaintyMark certainty={moment.certainty} language={language} />}
          </div>
        )}
      </div>
      <footer className="story-quiz-foot">
        <Slip
          name="quiz skip"
          tone="paper-edged"
          before="back"
          word={say.skip}
          helmed={framed === 'skip'}
          onPress={onOver}
        />
        {quiz.at === 'explained' && (
          <Slip
            name="quiz next"
            tone="red"
            word={isLast ? say.lastQuestion : say.nextQuestion}
            after={isLast ? 'check' : 'forward'}
            helmed={framed === 'next'}
            onPress={() => tell({ type: 'wentOn' })}
          />
        )}
        <span className="story-quiz-service">{service}</span>
      </footer>
    </section>
  )
}
